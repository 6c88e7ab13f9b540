"""Accounts, sessions, items and orders, in memory: they are gone when the service stops."""

from __future__ import annotations

import dataclasses
import hashlib
import secrets
from datetime import UTC, datetime

from shop.models import Account, Item, LogIn, Order, PlaceOrder, SignUp

STOCK = (Item("mug-blue", "A blue mug", 1200), Item("mug-red", "A red mug", 1250))


@dataclasses.dataclass(frozen=True)
class Credentials:
    """A password, as it is kept."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, password: str, salt: bytes | None = None) -> Credentials:
        """The salt is a new one unless there is one already."""
        salt = salt or secrets.token_bytes(16)
        return cls(salt, hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1))

    def accept(self, password: str) -> bool:
        """Whether this is the password."""
        return secrets.compare_digest(self.digest, Credentials.of(password, self.salt).digest)


#: Compared with a stranger's password, so that the time taken does not tell who has an account.
NOBODY = Credentials.of(secrets.token_urlsafe())


class Store:
    """One shop. None means that it is not there, or cannot be done."""

    def __init__(self) -> None:
        self._accounts: dict[str, tuple[Account, Credentials]] = {}
        self._sessions: dict[str, Account] = {}
        self._items = {item.sku: item for item in STOCK}
        self._orders: dict[int, tuple[Account, Order]] = {}

    def open_account(self, form: SignUp) -> Account | None:
        """A new account; None where the address has one already."""
        address = form.email.lower()
        if address in self._accounts:
            return None
        account = Account(len(self._accounts) + 1, form.name, form.email, datetime.now(UTC).replace(microsecond=0))
        self._accounts[address] = account, Credentials.of(form.password)
        return account

    def log_in(self, form: LogIn) -> Account | None:
        """The account with this address and this password."""
        account, credentials = self._accounts.get(form.email.lower(), (None, NOBODY))
        return account if credentials.accept(form.password) else None

    def open_session(self, account: Account) -> str:
        """The new session's token. Whoever has it is taken for the account's owner."""
        token = secrets.token_urlsafe(24)
        self._sessions[token] = account
        return token

    def session(self, token: str) -> Account | None:
        """Whose session it is."""
        return self._sessions.get(token)

    def close_session(self, token: str) -> None:
        """From here on the token is nobody's."""
        self._sessions.pop(token, None)

    def items(self) -> list[Item]:
        """Everything on the shelves."""
        return list(self._items.values())

    def version(self) -> str:
        """Another one whenever the shelves have changed."""
        return f"items-{len(self._items)}"  # nothing is ever taken off them

    def item(self, sku: str) -> Item | None:
        """The item with this SKU."""
        return self._items.get(sku)

    def add_item(self, item: Item) -> bool:
        """Whether the item is new, and so was added."""
        return self._items.setdefault(item.sku, item) is item

    def place_order(self, buyer: Account, form: PlaceOrder) -> Order | None:
        """The order, at today's price; None for an unknown item."""
        item = self._items.get(form.sku)
        if item is None:
            return None
        now = datetime.now(UTC).replace(microsecond=0)
        order = Order(
            number=len(self._orders) + 1, sku=item.sku, quantity=form.quantity, cents_each=item.cents, placed=now
        )
        self._orders[order.number] = buyer, order
        return order

    def order(self, buyer: Account, number: int) -> Order | None:
        """One of the buyer's own orders."""
        owner, order = self._orders.get(number, (None, None))
        return order if owner is buyer else None
