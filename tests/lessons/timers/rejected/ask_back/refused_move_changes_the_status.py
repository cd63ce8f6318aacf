# finding: refuses a move out of turn · it was taken
from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput


@workflow.defn
class RefundRequest:
    def __init__(self) -> None:
        self._status = "open"
        self._said: list[str] = []

    @workflow.run
    async def run(self, order: OrderInput) -> list[str]:
        await workflow.wait_condition(lambda: self._status in ("approved", "rejected"))
        return self._said

    @workflow.query
    def get_status(self) -> str:
        return self._status

    @workflow.update
    def ask(self, question: str) -> str:
        return self._move("asked", question)

    @ask.validator
    def may_ask(self, question: str) -> None:
        self._refuse_unless("open", question)

    @workflow.update
    def answer(self, text: str) -> str:
        return self._move("open", text)

    @answer.validator
    def may_answer(self, text: str) -> None:
        self._refuse_unless("asked", text)

    @workflow.update
    def decide(self, approve: bool) -> str:
        decision = "approved" if approve else "rejected"
        return self._move(decision, decision)

    @decide.validator
    def may_decide(self, approve: bool) -> None:
        self._refuse_unless("open", "a decision")

    def _move(self, status: str, said: str) -> str:
        self._said.append(said)
        self._status = status
        return status

    def _refuse_unless(self, status: str, said: str) -> None:
        if self._status != status:
            self._status = "open"
            raise ValueError("not now, begin again")
        if not said:
            raise ValueError("say something")
