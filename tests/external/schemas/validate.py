"""JSON Schemas against data with the Python package jsonschema.

Each YAML text is read twice: every scalar as text, as Svod reads it, and with the types of YAML 1.1, as many editors
see it.
"""

import datetime
import json
import pathlib
import sys

import jsonschema
import yaml


def plain(value):
    """The JSON that an editor would check."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


def readings(text):
    yield "as text", plain(blank_to_null(yaml.load(text, Loader=yaml.BaseLoader)))
    yield "as YAML 1.1", plain(yaml.safe_load(text))


def blank_to_null(value):
    """The reader of text gives an empty text where nothing is written."""
    if isinstance(value, dict):
        return {key: blank_to_null(item) for key, item in value.items()}
    if isinstance(value, list):
        return [blank_to_null(item) for item in value]
    return None if value == "" else value


def front_matter(path):
    text = path.read_text(encoding="utf-8-sig")
    if not text.startswith("---\n"):
        return None
    end = text.find("\n---\n", 3)
    return text[4 : end + 1] if end >= 0 else None


def sources(content):
    """Schema name and YAML text of every file that has a schema."""
    for path in sorted(content.rglob("*")):
        steps = path.relative_to(content).parts
        if path.suffix == ".yml" and (steps[0] == "data" and len(steps) == 2 or steps == ("site.yml",)):
            yield path, path.stem, path.read_text(encoding="utf-8-sig")
        elif path.suffix == ".md":
            text = front_matter(path)
            if text is None:
                continue
            index = path.stem.lower() in ("index", "readme")
            if steps[0] == "regulations" and len(steps) == 3 and not index:
                yield path, "edition", text
            elif steps[0] == "instructions" and len(steps) == 2 and not index:
                yield path, "instruction", text
            else:
                yield path, "page", text


def main():
    schemas, content, cases = (pathlib.Path(argument) for argument in sys.argv[1:4])
    validators = {}
    for path in sorted(schemas.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[path.name.removesuffix(".schema.json")] = jsonschema.Draft202012Validator(schema)
    passed = failed = 0
    for path, name, text in sources(content):
        for how, data in readings(text):
            faults = list(validators[name].iter_errors(data))
            for fault in faults:
                print(f"{path} ({how}): /{'/'.join(map(str, fault.absolute_path))}: {fault.message}")
            passed, failed = (passed, failed + 1) if faults else (passed + 1, failed)
    for case in json.loads(cases.read_text(encoding="utf-8")):
        if validators[case["schema"]].is_valid(case["data"]) == case["valid"]:
            passed += 1
        else:
            failed += 1
            print(f"case: {case['schema']} {json.dumps(case['data'], ensure_ascii=False)}: expected {case['valid']}")
    print(f"schemas, jsonschema: {passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
