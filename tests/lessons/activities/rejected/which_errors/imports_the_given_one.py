# finding: charges the customer when all goes well · it defines none
from workshop.orders import process_payment
