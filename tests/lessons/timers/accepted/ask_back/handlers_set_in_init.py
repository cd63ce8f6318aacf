from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput


from enum import Enum

from temporalio.exceptions import ApplicationError


class Status(str, Enum):
    OPEN = "open"
    ASKED = "asked"
    APPROVED = "approved"
    REJECTED = "rejected"


@workflow.defn
class RefundRequest:
    @workflow.init
    def __init__(self, order: OrderInput) -> None:
        self.status = Status.OPEN
        self.said: list[str] = []
        self.done = False
        workflow.set_update_handler("decide", self.decide, validator=self.must_be_open)

    @workflow.run
    async def run(self, order: OrderInput) -> list[str]:
        while not self.done:
            await workflow.wait_condition(lambda: self.done)
        return [*self.said, self.status.value]

    @workflow.query
    def get_status(self) -> str:
        return self.status.value

    def must_be_open(self, _: object) -> None:
        if self.status is not Status.OPEN:
            raise ApplicationError("not open")

    def decide(self, approve: bool) -> str:
        self.status = Status.APPROVED if approve else Status.REJECTED
        self.done = True
        return self.status.value

    @workflow.update
    def ask(self, question: str) -> str:
        self.said += [question]
        self.status = Status.ASKED
        return self.status.value

    @ask.validator
    def check_question(self, question: str) -> None:
        self.must_be_open(question)
        if not question:
            raise ApplicationError("empty")

    @workflow.update
    def answer(self, text: str) -> str:
        self.said += [text]
        self.status = Status.OPEN
        return self.status.value

    @answer.validator
    def check_answer(self, text: str) -> None:
        if self.status is not Status.ASKED or not text:
            raise ApplicationError("not now, or empty")
