from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput


MOVES = {("open", "ask"): "asked", ("asked", "answer"): "open", ("open", "decide"): "decided"}


@workflow.defn
class RefundRequest:
    def __init__(self) -> None:
        self.turn = "open"
        self.log: list[tuple[str, str]] = []

    @workflow.run
    async def run(self, order: OrderInput) -> list[str]:
        await workflow.wait_condition(lambda: self.turn == "decided")
        return [text for _, text in self.log]

    @workflow.query
    def get_status(self) -> str:
        return self.log[-1][1] if self.turn == "decided" else self.turn

    def check(self, move: str, text: str) -> None:
        assert (self.turn, move) in MOVES, "not your turn"
        assert text.strip(), "nothing said"

    def do(self, move: str, text: str) -> str:
        self.log.append((move, text))
        self.turn = MOVES[self.turn, move]
        return self.get_status()

    @workflow.update(name="ask")
    async def ask_ada(self, question: str) -> str:
        return self.do("ask", question)

    @ask_ada.validator
    def _(self, question: str) -> None:
        self.check("ask", question)

    @workflow.update(name="answer")
    async def answer_grace(self, text: str) -> str:
        return self.do("answer", text)

    @answer_grace.validator
    def _(self, text: str) -> None:
        self.check("answer", text)

    @workflow.update
    async def decide(self, approve: bool) -> str:
        return self.do("decide", "approved" if approve else "rejected")

    @decide.validator
    def _(self, approve: bool) -> None:
        self.check("decide", "a decision")
