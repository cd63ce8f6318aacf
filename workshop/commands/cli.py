"""The command line: ``workshop lab · progress · reset · doctor · room · agenda · slides · bundle ·
replay``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from workshop.commands.terminal import prepare_output

app = typer.Typer(
    help="A course in durable execution with Temporal and Python, taken inside JupyterLab.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

WorkspaceArgument = Annotated[
    Path, typer.Argument(help="The folder you work in. Created if it doesn't exist.")
]
DEFAULT_WORKSPACE = Path("my-workshop")

#: In a terminal of JupyterLab a command is about the workspace that is open there.
OpenWorkspaceArgument = Annotated[
    Path,
    typer.Argument(help="The folder you work in.", envvar="WORKSHOP_WORKSPACE", show_envvar=False),
]


@app.command()
def lab(
    workspace: WorkspaceArgument = DEFAULT_WORKSPACE,
    port: Annotated[int | None, typer.Option(help="JupyterLab's port, or the next free.")] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
    room: Annotated[
        str | None, typer.Option(help="The link to a room that its board gives out for laptops.")
    ] = None,
) -> None:
    """Start Temporal, the shop and JupyterLab for a workspace; Ctrl-C ends them."""
    from workshop.commands.lab import run_lab

    raise typer.Exit(run_lab(workspace, port=port, open_browser=browser, room=room))


@app.command()
def progress(workspace: OpenWorkspaceArgument = DEFAULT_WORKSPACE) -> None:
    """Show the course, what is done, and what is next."""
    from workshop.commands.progress import show_progress

    show_progress(workspace)


@app.command()
def reset(
    lesson: Annotated[str, typer.Argument(help='A lesson: "01" or "workflow_definition".')],
    workspace: OpenWorkspaceArgument = DEFAULT_WORKSPACE,
    beside: Annotated[
        bool, typer.Option("--beside", help="Leave yours alone, and put the original beside it.")
    ] = False,
) -> None:
    """Restore a lesson's notebook; yours is kept as a backup."""
    from workshop.commands.reset import reset_lesson

    raise typer.Exit(reset_lesson(lesson, workspace, beside=beside))


@app.command()
def doctor(workspace: OpenWorkspaceArgument = DEFAULT_WORKSPACE) -> None:
    """Check that everything works here; say what doesn't, and what to do."""
    from workshop.commands.doctor import examine

    raise typer.Exit(examine(workspace))


room_app = typer.Typer(
    help="A room: the course for people who bring nothing but a browser; Ctrl-C closes it.",
    invoke_without_command=True,
)
app.add_typer(room_app, name="room")

FolderOption = Annotated[Path, typer.Option("--folder", help="Where the room keeps everything.")]
DEFAULT_ROOM = Path("room")


@room_app.callback()
def room(
    context: typer.Context,
    folder: FolderOption = DEFAULT_ROOM,
    address: Annotated[
        str, typer.Option(help="What it listens on; 127.0.0.1 for this machine alone.")
    ] = "0.0.0.0",
    port: Annotated[int, typer.Option(help="The one port that has to be open.")] = 8000,
    certificate: Annotated[
        Path | None, typer.Option(help="A certificate for TLS (PEM); without one it is made.")
    ] = None,
    key: Annotated[Path | None, typer.Option(help="The certificate's key (PEM).")] = None,
    idle_hours: Annotated[
        float, typer.Option(min=0, help="Close a seat that nobody uses for so long; 0: never.")
    ] = 4.0,
    memory: Annotated[
        int, typer.Option(min=0, help="The MB that a learner may take; 0: as many as there are.")
    ] = 0,
    bundle: Annotated[
        Path | None, typer.Option(help="What `workshop bundle` made, to hand out to laptops.")
    ] = None,
) -> None:
    """Open a room on this machine, and print the links for learners and for you."""
    if context.invoked_subcommand:
        return
    from workshop.commands.room import open_room

    raise typer.Exit(open_room(folder, address, port, certificate, key, idle_hours, memory, bundle))


@room_app.command("code")
def room_code(folder: FolderOption = DEFAULT_ROOM) -> None:
    """Change the room's code; people who have a seat keep it."""
    from workshop.commands.room import change_code

    raise typer.Exit(change_code(folder))


@room_app.command("free")
def room_free(
    name: Annotated[str, typer.Argument(help="The name of a learner who has lost the PIN.")],
    folder: FolderOption = DEFAULT_ROOM,
) -> None:
    """Free a name: who comes next with it and the room's code gets it, and its work."""
    from workshop.commands.room import free_name

    raise typer.Exit(free_name(folder, name))


@room_app.command("rehearse")
def room_rehearse(
    learners: Annotated[int, typer.Option(min=1, help="How many come.")] = 20,
    lessons: Annotated[str, typer.Option(help="The lessons they take.")] = "00,01",
) -> None:
    """Fill a room of its own with learners who aren't there, and print what broke."""
    from workshop.commands.room import rehearse_room

    raise typer.Exit(rehearse_room(learners, lessons))


@app.command()
def agenda(
    minutes: Annotated[int, typer.Option(min=1, help="How long the session is, breaks included.")],
    track: Annotated[
        str,
        typer.Option(help="first-steps, reliability, time, operations or everything."),
    ] = "first-steps",
    begins: Annotated[str, typer.Option(help="When it begins.")] = "09:00",
    without: Annotated[str, typer.Option(help="Lessons to leave out: 02,03.")] = "",
    results: Annotated[
        Path | None,
        typer.Option("--from", help="A board's results: what exercises took, not our estimates."),
    ] = None,
    room: Annotated[
        Path | None, typer.Option(help="The folder of the room whose board is to have it.")
    ] = None,
) -> None:
    """Lay out a session: what is taught, practised and rested when."""
    from workshop.commands.agenda import print_agenda

    code = print_agenda(minutes, track, begins=begins, without=without, results=results, room=room)
    raise typer.Exit(code)


@app.command()
def slides(
    lessons: Annotated[
        list[str] | None, typer.Argument(help="Lessons, as 04; default: all of them.")
    ] = None,
    folder: Annotated[Path, typer.Option(help="Where the files go.")] = Path(),
    notes: Annotated[
        bool, typer.Option("--notes", help="The instructor's notes, as a page to read or print.")
    ] = False,
) -> None:
    """Write a lesson's slides to a file that a browser shows without internet."""
    from workshop.commands.slides import write_slides

    raise typer.Exit(write_slides(lessons or [], folder, notes=notes))


@app.command()
def bundle(
    folder: Annotated[Path, typer.Argument(help="Where it is made.")] = Path("bundle"),
    platform: Annotated[
        list[str] | None,
        typer.Option(help="For which systems; default: linux-x86_64 and macos-arm64."),
    ] = None,
    python: Annotated[
        list[str] | None, typer.Option(help="For which Pythons; default: 3.10 to 3.13.")
    ] = None,
) -> None:
    """Put everything into a folder that laptops need to install the course without internet."""
    from workshop.commands.bundle import bundle_course

    raise typer.Exit(bundle_course(folder, platform, python))


@app.command()
def replay(
    module: Annotated[
        str, typer.Argument(help="The module with your workflow: orders.py, or app.orders.")
    ],
    histories: Annotated[
        list[Path],
        typer.Argument(
            help="Histories as JSON, as `temporal workflow show` or the Web UI exports them."
        ),
    ],
    converter: Annotated[
        str | None, typer.Option(help="Your data converter, if you have one: module:name.")
    ] = None,
    plugin: Annotated[
        list[str] | None,
        typer.Option(help="A plugin of your worker: module:name. Repeat it for more."),
    ] = None,
) -> None:
    """Replay recorded histories against your code; say where and why they differ.

    Exit code: 0 all replay, 1 one does not, 2 a module or a history cannot be used.
    """
    from workshop.commands.replay import replay_histories

    raise typer.Exit(replay_histories(module, histories, converter, plugin or ()))


def main() -> None:
    """Run the command line and leave."""
    prepare_output()
    code = 0
    try:
        app()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    for stream in (sys.stdout, sys.stderr):
        if stream:  # None where it was closed from the start
            stream.flush()
    # A process that used the SDK can crash on its ordinary way out (exit code 134,
    # PyGILState_Release): everything is said and done, so leave at once.
    os._exit(code)
