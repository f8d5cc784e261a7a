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
from psycopg.conninfo import conninfo_to_dict

from components.server.routes import ROUTES
from data.settings import Settings

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
KUBERNETES = "1.37"
COMPOSE = {"file": ROOT / "compose.yaml", "postgres": DEPLOY / "postgres" / "compose.yaml"}
MANIFESTS = {"file": DEPLOY / "kubernetes.yaml", "postgres": DEPLOY / "postgres" / "kubernetes.yaml"}
CADDY = {"file": DEPLOY / "Caddyfile", "postgres": DEPLOY / "postgres" / "Caddyfile"}
FILES = [ROOT / "Containerfile", *COMPOSE.values(), *MANIFESTS.values(), *CADDY.values()]
CONTAINERFILE = FILES[0].read_text(encoding="utf-8")
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
# What holds the pods, by where everything is kept.
OF_PODS = {"file": "StatefulSet", "postgres": "Deployment"}

on_both = pytest.mark.parametrize("kept", ["file", "postgres"])


def services(kept: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE[kept].read_text(encoding="utf-8"))["services"]
    return found


def manifests(kept: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(MANIFESTS[kept].read_text(encoding="utf-8")))


def the(kind: str, kept: str) -> dict[str, Any]:
    (manifest,) = [manifest for manifest in manifests(kept) if manifest["kind"] == kind]
    return manifest


def pod(kept: str) -> dict[str, Any]:
    found: dict[str, Any] = the(OF_PODS[kept], kept)["spec"]["template"]["spec"]
    return found


def every_word() -> Iterator[str]:
    for file in FILES:
        yield from re.findall(r"\b(?:REKINDLE|STREAMLIT)_[A-Z_]+", file.read_text(encoding="utf-8"))


def test_the_recipe_of_the_image_has_no_fault_that_a_reader_of_recipes_knows() -> None:
    read = subprocess.run([Path(sys.executable).with_name("hadolint"), "-"], input=CONTAINERFILE, text=True, capture_output=True)

    assert (read.returncode, read.stdout) == (0, "")


@on_both
def test_compose_file_follows_the_specification(kept: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(COMPOSE[kept])]
    read = subprocess.run(command, text=True, capture_output=True)

    assert (read.returncode, read.stderr) == (0, "")


def test_what_compose_must_be_told_is_written_where_each_command_reads_it() -> None:
    """Compose asks for it at `exec` and `stop` too. Seen to fail with the name in front of `up` alone."""
    must = {name for file in COMPOSE.values() for name in re.findall(r"\$\{(\w+):\?", file.read_text(encoding="utf-8"))}
    told = re.findall(r"^    echo (\w+)=\S+ > \.env\n    docker compose up -d$", OPERATING, re.MULTILINE)

    assert must == {"REKINDLE_HOST"}
    assert told == [*must] * len(COMPOSE)


@on_both
def test_each_manifest_follows_the_schema_of_kubernetes(kept: str) -> None:
    found = manifests(kept)

    assert {manifest["kind"] for manifest in found} == {OF_PODS[kept], "Service", "PodDisruptionBudget", "NetworkPolicy", "Ingress"}
    assert {kubernetes_validate.validate(manifest, KUBERNETES, strict=True) for manifest in found} == {KUBERNETES}


def test_every_setting_in_them_is_one_of_ours_or_of_streamlit() -> None:
    ours = {f"REKINDLE_{name.upper()}" for name in Settings.model_fields}
    # The name of the host, for compose and Caddy alone.
    known = ours | {"REKINDLE_HOST", "STREAMLIT_SERVER_ADDRESS", "STREAMLIT_SERVER_PORT", "STREAMLIT_SERVER_ALLOWED_HOSTS"}

    assert set(every_word()) - known == set()


def test_every_folder_that_is_imported_is_in_the_image() -> None:
    copied = set(re.findall(r"^COPY (?!--)(.+) /app/", CONTAINERFILE, re.MULTILINE))

    assert {"pages", "components", "data", ".streamlit", "app.py LICENSE", "requirements.txt"} == copied
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {word for words in copied for word in words.split()} == {line[1:] for line in ignored if line.startswith("!")}


@on_both
def test_life_and_readiness_are_asked_where_they_are_answered(kept: str) -> None:
    (container,) = pod(kept)["containers"]
    asked = {probe: container[probe]["httpGet"]["path"] for probe in ("livenessProbe", "readinessProbe", "startupProbe")}

    assert asked == {"livenessProbe": "/healthz", "readinessProbe": "/readyz", "startupProbe": "/healthz"}
    assert set(asked.values()) <= {route.path for route in ROUTES}
    assert "8501/healthz" in CONTAINERFILE
    assert re.findall(r"health_uri (\S+)", CADDY[kept].read_text(encoding="utf-8")) == ["/readyz"]


@on_both
def test_nothing_runs_as_root_writes_its_root_or_gains_a_privilege(kept: str) -> None:
    (container,) = pod(kept)["containers"]

    assert re.search(r"^USER 10001$", CONTAINERFILE, re.MULTILINE)
    assert all((of["read_only"], of["cap_drop"]) == (True, ["ALL"]) for of in services(kept).values())
    assert (pod(kept)["securityContext"]["runAsNonRoot"], pod(kept)["securityContext"]["runAsUser"]) == (True, 10001)
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_two_replicas_share_one_database_and_one_secret_and_a_browser_stays_with_one_of_them() -> None:
    first, second = services("postgres")["rekindle-1"], services("postgres")["rekindle-2"]
    caddy = CADDY["postgres"].read_text(encoding="utf-8")

    assert first == second
    assert first["environment"]["REKINDLE_SECRET_FILE"] == "/run/secrets/rekindle.secret"
    assert set(first["secrets"]) == {"pgpass", "rekindle.secret"}
    assert re.search(r"^\treverse_proxy rekindle-1:8501 rekindle-2:8501 \{\n\t\tlb_policy cookie ", caddy, re.MULTILINE)
    assert the("Deployment", "postgres")["spec"]["replicas"] == 2
    assert the("PodDisruptionBudget", "postgres")["spec"]["minAvailable"] == 1
    assert the("Ingress", "postgres")["metadata"]["annotations"]["nginx.ingress.kubernetes.io/affinity"] == "cookie"


def test_no_password_stands_in_a_file() -> None:
    replica, database = services("postgres")["rekindle-1"], services("postgres")["database"]
    address = conninfo_to_dict(replica["environment"]["REKINDLE_DATABASE"])
    (from_secret,) = [of for of in pod("postgres")["containers"][0]["env"] if of["name"] == "REKINDLE_DATABASE"]

    assert (address["passfile"], "password" in address) == ("/run/secrets/pgpass", False)
    assert (address["host"], address["dbname"], address["user"]) == ("database", "rekindle", database["environment"]["POSTGRES_USER"])
    assert "POSTGRES_PASSWORD" not in database["environment"]
    assert set(from_secret) == {"name", "valueFrom"}
