"""What stands in ``deploy/kubernetes`` holds together, and a mistake in it is found."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from tests.deploy.values import LEARNERS, environment_of, findings, pod_of
from workshop.lab.services import CLUSTERS_UI
from workshop.room.options import IDLE
from workshop.room.seat import MAKES_NAMESPACE
from workshop.room.settings import LOOKS_AFTER

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy" / "kubernetes"


def test_nothing_is_wrong_with_it() -> None:
    assert findings(FOLDER) == []


@pytest.mark.parametrize(
    ("file", "right", "wrong", "finding"),
    [
        ("jupyterhub.yaml", "homeMountPath", "homeMountPth", "no key of the chart"),
        ("jupyterhub.yaml", "extraEnv:", "environment:", "no key of the chart"),
        ("jupyterhub.yaml", "cull:\n  timeout", "cull:\n  timout", "no key of the chart"),
        ("jupyterhub.yaml", "timeout: 14400", "timeout: 4h", "of type int"),
        ("jupyterhub.yaml", "timeout: 14400", "timeout: 600", "while its learner listens"),
        ("jupyterhub.yaml", "    limit: 1G", "    limit: plenty", "makes no pod"),
        ("jupyterhub.yaml", "    limit: 1G\n", "", "makes no pod"),
        ("jupyterhub.yaml", "capacity: 1Gi", "capacity: [1]", "makes no pod"),
        ("jupyterhub.yaml", "  FirstUse", "  FirstUsed", "FirstUsedAuthenticator isn't known"),
        ("jupyterhub.yaml", "create_users", "make_users", "has no setting make_users"),
        ("jupyterhub.yaml", "http_timeout", "http_timout", "Spawner has no setting http_timout"),
        ("jupyterhub.yaml", "- access:servers", "- access:server", "doesn't know: access:server"),
        ("jupyterhub.yaml", "        - instructor\n        - ada", "        - ada", "isn't let in"),
        ("jupyterhub.yaml", "learner-{username}", "learners", "share a namespace"),
        ("jupyterhub.yaml", "learner-{username}", "learner.{username}", "can't be the name"),
        ("jupyterhub.yaml", "temporal-frontend.temporal", "temporal.temporal", "cluster is at"),
        ("jupyterhub.yaml", "https://temporal.example", "https://web.example", "lead elsewhere"),
        ("jupyterhub.yaml", '    WORKSHOP_MAKES_NAMESPACE: "yes"\n', "", "nobody makes"),
        ("jupyterhub.yaml", "port: 7233", "port: 8233", "keeps seats from"),
        ("temporal.yaml", "persistence:", "persistance:", "no key of the chart"),
        (
            "temporal.yaml",
            "  image:\n    tag: 1.32.0 #",
            "  image:\n    tag: 1.31.2 #",
            "can't skip",
        ),
        ("temporal.yaml", "    tag: 1.32.0\n", "    tag: 1.31.2\n", "of another version"),
        ("temporal.yaml", "value: true", "value: false", "time can't be skipped"),
        ("temporal.yaml", "visibilityStore: visibility", "visibilityStore: es", "no datastore"),
        ("temporal.yaml", "user: temporal", "user: postgres", "no user postgres"),
        ("temporal.yaml", "existingSecret: temporal-postgres", "existingSecret: pg", "isn't in pg"),
        ("temporal.yaml", "postgres.temporal.svc", "postgres.default.svc", "is at"),
        ("temporal.yaml", "io/auth-secret", "io/auth-secrt", "lets everybody in"),
        (
            "temporal.yaml",
            "    hosts:\n      - temporal.ex",
            "    hosts:\n      - web.ex",
            "differ",
        ),
        ("postgres.yaml", "replicas: 1", "replica: 1", "StatefulSet postgres is no manifest"),
        ("postgres.yaml", "containerPort: 5432", "containerPort: x", "is no manifest"),
        (
            "postgres.yaml",
            "  selector:\n    app: postgres",
            "  selector:\n    app: pg",
            "no server",
        ),
        ("postgres.yaml", "key: password", "key: passwd", "isn't in temporal-postgres"),
    ],
)
def test_a_mistake_is_found(
    tmp_path: Path, file: str, right: str, wrong: str, finding: str
) -> None:
    shutil.copytree(FOLDER, tmp_path / "kubernetes")
    path = tmp_path / "kubernetes" / file
    text = path.read_text()
    assert right in text
    path.write_text(text.replace(right, wrong, 1))
    found = findings(tmp_path / "kubernetes")
    assert any(finding in each for each in found), found


def test_a_seat_there_is_what_a_seat_here_is() -> None:
    hub = yaml.safe_load((FOLDER / "jupyterhub.yaml").read_text())
    pods = {learner: pod_of(hub, learner) for learner in LEARNERS}
    for pod in pods.values():
        (container,) = pod["spec"]["containers"]
        assert container["args"] == ["python", "-m", "workshop.room.seat"]
        assert {MAKES_NAMESPACE, CLUSTERS_UI} <= environment_of(pod).keys()
    assert environment_of(pods["ada"])["TEMPORAL_NAMESPACE"] == "learner-ada"
    assert hub["hub"]["loadRoles"]["instructor"]["scopes"] == [
        *(*LOOKS_AFTER, "access:servers", "self")  # there is no board to be let in by
    ]
    assert hub["cull"]["timeout"] == IDLE * 3600


def test_the_image_and_the_page_name_what_is_there() -> None:
    container = (FOLDER / "Containerfile").read_text()
    assert 'CMD ["python", "-m", "workshop.room.seat"]' in container
    assert re.search(r"^jupyterhub==", (ROOT / "constraints.txt").read_text(), re.M), (
        "sed changes it"
    )
    home = re.search(r"^WORKDIR (.*)$", container, re.M)
    hub = yaml.safe_load((FOLDER / "jupyterhub.yaml").read_text())
    assert home and home.group(1) == hub["singleuser"]["storage"]["homeMountPath"]
    page = (FOLDER / "README.md").read_text()
    for named in re.findall(r"deploy/kubernetes/([\w.]+)", page):
        assert (FOLDER / named).exists(), named
    for each in FOLDER.iterdir():
        assert each.name in page or each.name == "README.md"
    for file, chart in (("jupyterhub", "jupyterhub"), ("temporal", "temporal")):
        values = (FOLDER / f"{file}.yaml").read_text()
        version = re.search(rf"chart {chart} ([\d.]+) is told", values)
        assert version and f"--version {version.group(1)}" in page
