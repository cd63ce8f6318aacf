from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput


import asyncio


@workflow.defn
class RefundRequest:
    def __init__(self) -> None:
        self._questions: list[str] = []
        self._answers: list[str] = []
        self._decision: str = ""

    @workflow.run
    async def run(self, order: OrderInput) -> list[str]:
        await workflow.wait_condition(lambda: self._decision != "")
        await workflow.wait_condition(workflow.all_handlers_finished)
        said = []
        for question, answer in zip(self._questions, self._answers, strict=True):
            said += [question, answer]
        return said + [self._decision]

    def _status(self) -> str:
        if self._decision:
            return self._decision
        return "open" if len(self._questions) == len(self._answers) else "asked"

    @workflow.query(name="get_status")
    def tell(self) -> str:
        return self._status()

    @workflow.update
    async def ask(self, question: str) -> str:
        self._questions.append(question)
        await asyncio.sleep(0)
        return "asked"

    @ask.validator
    def open_for_a_question(self, question: str) -> None:
        if self._status() != "open" or question == "":
            raise RuntimeError("no")

    @workflow.update
    async def answer(self, text: str) -> str:
        self._answers.append(text)
        await asyncio.sleep(0)
        return "open"

    @answer.validator
    def open_for_an_answer(self, text: str) -> None:
        if self._status() != "asked" or text == "":
            raise RuntimeError("no")

    @workflow.update
    async def decide(self, approve: bool) -> str:
        self._decision = "approved" if approve else "rejected"
        await asyncio.sleep(0)
        return self._decision

    @decide.validator
    def open_for_a_decision(self, approve: bool) -> None:
        if self._status() != "open":
            raise RuntimeError("no")
