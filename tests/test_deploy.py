"""Whether what an operator copies is right by its own schema, and says of Rekindle what is so."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from components.server.routes import ROUTES
from data.settings import Settings

ROOT = Path(__file__).parent.parent
KUBERNETES = "1.37"
FILES = [ROOT / "Containerfile", ROOT / "compose.yaml", ROOT / "deploy" / "kubernetes.yaml", ROOT / "deploy" / "Caddyfile"]
CONTAINERFILE = FILES[0].read_text(encoding="utf-8")


def manifests() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((ROOT / "deploy" / "kubernetes.yaml").read_text(encoding="utf-8")))


def every_word() -> Iterator[str]:
    for file in FILES:
        yield from re.findall(r"\b(?:REKINDLE|STREAMLIT)_[A-Z_]+", file.read_text(encoding="utf-8"))


def test_the_recipe_of_the_image_has_no_fault_that_a_reader_of_recipes_knows() -> None:
    read = subprocess.run([Path(sys.executable).with_name("hadolint"), "-"], input=CONTAINERFILE, text=True, capture_output=True)

    assert (read.returncode, read.stdout) == (0, "")


def test_compose_file_follows_the_specification() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(ROOT / "compose.yaml")]
    read = subprocess.run(command, text=True, capture_output=True)

    assert (read.returncode, read.stderr) == (0, "")


@pytest.mark.parametrize("kind", ["StatefulSet", "Service", "PodDisruptionBudget", "NetworkPolicy", "Ingress"])
def test_each_manifest_follows_the_schema_of_kubernetes(kind: str) -> None:
    (manifest,) = [manifest for manifest in manifests() if manifest["kind"] == kind]

    assert kubernetes_validate.validate(manifest, KUBERNETES, strict=True) == KUBERNETES


def test_every_setting_in_them_is_one_of_ours_or_of_streamlit() -> None:
    ours = {f"REKINDLE_{name.upper()}" for name in Settings.model_fields}
    # The name of the host, for compose and Caddy alone.
    known = ours | {"REKINDLE_HOST", "STREAMLIT_SERVER_ADDRESS", "STREAMLIT_SERVER_PORT", "STREAMLIT_SERVER_ALLOWED_HOSTS"}

    assert set(every_word()) - known == set()


def test_every_folder_that_is_imported_is_in_the_image() -> None:
    copied = set(re.findall(r"^COPY (?!--)(.+) /app/", CONTAINERFILE, re.MULTILINE))

    assert {"pages", "components", "data", ".streamlit", "app.py LICENSE", "requirements.txt"} == copied
    ignored = (ROOT / ".containerignore").read_text(encoding="utf-8").split()
    assert {word for words in copied for word in words.split()} == {line[1:] for line in ignored if line.startswith("!")}


def test_life_and_readiness_are_asked_where_they_are_answered() -> None:
    (stateful,) = [manifest for manifest in manifests() if manifest["kind"] == "StatefulSet"]
    (container,) = stateful["spec"]["template"]["spec"]["containers"]
    asked = {probe: container[probe]["httpGet"]["path"] for probe in ("livenessProbe", "readinessProbe", "startupProbe")}

    assert asked == {"livenessProbe": "/healthz", "readinessProbe": "/readyz", "startupProbe": "/healthz"}
    assert set(asked.values()) <= {route.path for route in ROUTES}
    assert "8501/healthz" in CONTAINERFILE


def test_nothing_runs_as_root_writes_its_root_or_gains_a_privilege() -> None:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    (stateful,) = [manifest for manifest in manifests() if manifest["kind"] == "StatefulSet"]
    pod = stateful["spec"]["template"]["spec"]
    (container,) = pod["containers"]

    assert re.search(r"^USER 10001$", CONTAINERFILE, re.MULTILINE)
    assert all((of["read_only"], of["cap_drop"]) == (True, ["ALL"]) for of in compose.values())
    assert (pod["securityContext"]["runAsNonRoot"], pod["securityContext"]["runAsUser"]) == (True, 10001)
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
