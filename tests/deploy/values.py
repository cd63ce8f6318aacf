"""What can be said of ``deploy/kubernetes`` without a cluster: `findings`.

The chart's own schema isn't here to be had: Helm holds the values against it when it renders the
charts, in the nightly run and at every install. Here the keys that may be used are listed, each
with what the chart makes of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import kubernetes_validate
import yaml
from firstuseauthenticator import FirstUseAuthenticator
from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from jupyterhub.scopes import scope_definitions
from jupyterhub.spawner import Spawner
from kubernetes_asyncio.client import ApiClient
from kubespawner import KubeSpawner
from traitlets import TraitError
from traitlets.config import Config, Configurable

#: The Kubernetes that manifests are held against.
KUBERNETES = "1.32"

#: Keys under ``singleuser`` that become a trait of KubeSpawner, and which
#: (z2jh, ``files/hub/jupyterhub_config.py``).
TRAITS = {
    "cmd": "cmd",
    "defaultUrl": "default_url",
    "startTimeout": "start_timeout",
    "cpu.guarantee": "cpu_guarantee",
    "cpu.limit": "cpu_limit",
    "memory.guarantee": "mem_guarantee",
    "memory.limit": "mem_limit",
    "storage.capacity": "storage_capacity",
    "extraEnv": "environment",
}

#: Other keys, and the type of what stands there.
JUPYTERHUB: dict[str, type] = {
    "hub.config": dict,
    "hub.loadRoles": dict,
    "proxy.https.enabled": bool,
    "proxy.https.hosts": list,
    "proxy.https.letsencrypt.contactEmail": str,
    "singleuser.image.name": str,
    "singleuser.image.tag": str,
    "singleuser.storage.homeMountPath": str,
    "singleuser.networkPolicy.egress": list,
    "cull.timeout": int,
    "cull.every": int,
    **{f"singleuser.{key}": object for key in TRAITS},
}

_STORE: dict[str, type] = {
    "pluginName": str,
    "databaseName": str,
    "connectAddr": str,
    "connectProtocol": str,
    "user": str,
    "existingSecret": str,
}
_STORES = "server.config.persistence.datastores"
TEMPORAL: dict[str, type] = {
    "server.image.tag": str,
    "server.config.logLevel": str,
    "server.config.persistence.defaultStore": str,
    "server.config.persistence.visibilityStore": str,
    **{f"{_STORES}.default.sql.{key}": kind for key, kind in _STORE.items()},
    **{f"{_STORES}.visibility.sql.{key}": kind for key, kind in _STORE.items()},
    "server.dynamicConfig": dict,
    "admintools.image.tag": str,
    "web.ingress.enabled": bool,
    "web.ingress.className": str,
    "web.ingress.annotations": dict,
    "web.ingress.hosts": list,
    "web.ingress.tls": list,
}

#: Classes that ``hub.config`` may set traits of.
CLASSES: dict[str, type[Configurable]] = {
    each.__name__: each
    for each in (JupyterHub, Authenticator, FirstUseAuthenticator, Spawner, KubeSpawner)
}

#: Learners, as they sign in.
LEARNERS = ("ada", "jürgen müller", "grace@tea.example")

#: The first server that can skip time.
SKIPS_TIME = (1, 32, 0)


def findings(folder: Path) -> list[str]:
    """Return what is wrong with the files of ``deploy/kubernetes``, as sentences."""
    hub = yaml.safe_load((folder / "jupyterhub.yaml").read_text())
    temporal = yaml.safe_load((folder / "temporal.yaml").read_text())
    database = list(yaml.safe_load_all((folder / "postgres.yaml").read_text()))
    wrong_keys = [
        *(f"jupyterhub.yaml: {each}" for each in _keys(hub, JUPYTERHUB)),
        *(f"temporal.yaml: {each}" for each in _keys(temporal, TEMPORAL)),
    ]
    if wrong_keys:
        return wrong_keys
    found = [f"jupyterhub.yaml: {each}" for each in _hub(hub)]
    pods = []
    try:
        pods = [pod_of(hub, learner) for learner in LEARNERS]
    except (TraitError, ValueError, KeyError) as error:
        found.append(f"jupyterhub.yaml: KubeSpawner makes no pod of it: {error}")
    for manifest in [*pods, *database]:
        found += _manifest(manifest)
    if pods:
        found += _apart(pods)
    found += _server(temporal)
    found += _agreed(hub, temporal, database)
    return found


def pod_of(hub: dict[str, Any], learner: str) -> dict[str, Any]:
    """Return the manifest of a learner's pod, as KubeSpawner makes it of the chart's values.

    Raises:
        TraitError, ValueError: a value is of no use.
    """
    seat = hub["singleuser"]
    config = Config()
    for key, trait in TRAITS.items():
        config.KubeSpawner[trait] = _at(seat, key)
    config.KubeSpawner.image = f"{seat['image']['name']}:{seat['image']['tag']}"
    config.KubeSpawner.volumes = [
        {"name": "home", "persistentVolumeClaim": {"claimName": "{pvc_name}"}}
    ]
    config.KubeSpawner.volume_mounts = [
        {"name": "home", "mountPath": seat["storage"]["homeMountPath"]}
    ]
    user = SimpleNamespace(name=learner, id=1, url="/")
    with patch("kubespawner.spawner.load_config"), patch("kubespawner.spawner.shared_client"):
        spawner = KubeSpawner(_mock=True, config=config, user=user)
        pod = asyncio.run(spawner.get_pod_manifest())
    manifest: dict[str, Any] = ApiClient.__new__(ApiClient).sanitize_for_serialization(pod)
    return manifest


def environment_of(pod: dict[str, Any]) -> dict[str, str]:
    """Return the environment of a pod's first container."""
    variables = pod["spec"]["containers"][0]["env"]
    return {each["name"]: each.get("value", "") for each in variables}


def _keys(values: dict[str, Any], known: dict[str, type], path: str = "") -> Iterator[str]:
    for key, value in values.items():
        at = f"{path}.{key}" if path else key
        if at in known:
            if not isinstance(value, known[at]) or (known[at] is int and isinstance(value, bool)):
                yield f"{at} is {value!r}, and has to be of type {known[at].__name__}"
        elif not any(each.startswith(f"{at}.") for each in known):
            yield f"{at} is no key of the chart"
        elif isinstance(value, dict):
            yield from _keys(value, known, at)
        else:
            yield f"{at} is {value!r}, and has to have keys"


def _hub(hub: dict[str, Any]) -> Iterator[str]:
    for name, traits in hub["hub"]["config"].items():
        if name not in CLASSES:
            yield f"hub.config.{name} isn't known here"
            continue
        for trait in traits:
            if trait not in CLASSES[name].class_traits(config=True):
                yield f"{name} has no setting {trait}"
    for name, role in hub["hub"]["loadRoles"].items():
        for scope in role["scopes"]:
            if scope not in scope_definitions:
                yield f"the role {name} has a scope that JupyterHub doesn't know: {scope}"
        for user in role["users"]:
            if user not in hub["hub"]["config"]["Authenticator"]["allowed_users"]:
                yield f"the role {name} is for {user}, who isn't let in"


def _manifest(manifest: dict[str, Any]) -> Iterator[str]:
    try:
        kubernetes_validate.validate(manifest, KUBERNETES, strict=True)
    except kubernetes_validate.ValidationError as error:
        name = f"{manifest.get('kind')} {manifest.get('metadata', {}).get('name')}"
        yield f"{name} is no manifest: {error.message}"


def _apart(pods: list[dict[str, Any]]) -> Iterator[str]:
    namespaces = {environment_of(pod).get("TEMPORAL_NAMESPACE", "") for pod in pods}
    if len(namespaces) < len(pods):
        yield "jupyterhub.yaml: learners share a namespace of the Temporal cluster"
    for each in namespaces:
        if not each.replace("-", "").replace("_", "").isalnum() or not each.isascii():
            yield f"jupyterhub.yaml: {each!r} can't be the name of a Temporal namespace"
    for pod in pods:
        if "memory" not in pod["spec"]["containers"][0]["resources"]["limits"]:
            yield f"jupyterhub.yaml: the memory of {pod['metadata']['name']} has no limit"


def _server(temporal: dict[str, Any]) -> Iterator[str]:
    server = temporal["server"]
    version = tuple(int(each) for each in server["image"]["tag"].split("."))
    if version < SKIPS_TIME:
        yield f"temporal.yaml: server {server['image']['tag']} can't skip time"
    if temporal["admintools"]["image"]["tag"] != server["image"]["tag"]:
        yield "temporal.yaml: the tools that make the database are of another version"
    skips = server["dynamicConfig"].get("frontend.WorkflowTimeSkippingEnabled")
    if skips != [{"value": True}]:
        yield "temporal.yaml: time can't be skipped: frontend.WorkflowTimeSkippingEnabled"
    persistence = server["config"]["persistence"]
    for role in ("defaultStore", "visibilityStore"):
        if persistence[role] not in persistence["datastores"]:
            yield f"temporal.yaml: {role} names no datastore: {persistence[role]}"
    ingress = temporal["web"]["ingress"]
    if "nginx.ingress.kubernetes.io/auth-secret" not in ingress["annotations"]:
        yield "temporal.yaml: the Web UI lets everybody in"
    if [host for each in ingress["tls"] for host in each["hosts"]] != ingress["hosts"]:
        yield "temporal.yaml: the hosts of the Web UI and of its certificate differ"


def _agreed(
    hub: dict[str, Any], temporal: dict[str, Any], database: list[dict[str, Any]]
) -> Iterator[str]:
    service, server = database
    container = server["spec"]["template"]["spec"]["containers"][0]
    variables = {each["name"]: each for each in container["env"]}
    place = service["metadata"]
    port = service["spec"]["ports"][0]["port"]
    address = f"{place['name']}.{place['namespace']}.svc.cluster.local:{port}"
    secret = variables["POSTGRES_PASSWORD"]["valueFrom"]["secretKeyRef"]
    for name, store in _at(temporal, _STORES).items():
        sql = store["sql"]
        if sql["connectAddr"] != address:
            yield f"temporal.yaml: the store {name} is at {sql['connectAddr']}, not at {address}"
        if sql["user"] != variables["POSTGRES_USER"]["value"]:
            yield f"temporal.yaml: the database has no user {sql['user']}"
        if (sql["existingSecret"], "password") != (secret["name"], secret["key"]):
            yield f"temporal.yaml: the database's password isn't in {sql['existingSecret']}"
    labels = server["spec"]["template"]["metadata"]["labels"]
    if not service["spec"]["selector"].items() <= labels.items():
        yield "postgres.yaml: the service finds no server"

    environment = hub["singleuser"]["extraEnv"]
    frontend = f"temporal-frontend.{place['namespace']}.svc.cluster.local:7233"
    if environment.get("TEMPORAL_ADDRESS") != frontend:
        yield f"jupyterhub.yaml: the Temporal cluster is at {frontend}"
    if (
        environment.get("WORKSHOP_TEMPORAL_UI")
        != f"https://{temporal['web']['ingress']['hosts'][0]}"
    ):
        yield "jupyterhub.yaml: links to the Web UI lead elsewhere"
    if not environment.get("WORKSHOP_MAKES_NAMESPACE"):
        yield "jupyterhub.yaml: nobody makes the learners' namespaces"
    if not any(map(_lets_through, hub["singleuser"]["networkPolicy"]["egress"])):
        yield "jupyterhub.yaml: the network policy keeps seats from the Temporal cluster"
    if hub["cull"]["timeout"] < 4 * 3600:
        yield "jupyterhub.yaml: a seat is closed while its learner listens"


def _lets_through(rule: dict[str, Any]) -> bool:
    ports = [each["port"] for each in rule.get("ports", [])]
    selected = [each.get("namespaceSelector", {}).get("matchLabels", {}) for each in rule["to"]]
    return 7233 in ports and {"kubernetes.io/metadata.name": "temporal"} in selected


def _at(values: dict[str, Any], path: str) -> Any:
    for key in path.split("."):
        values = values[key]
    return values
