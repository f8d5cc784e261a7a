"""What an operator may set, read once from the environment. Every name begins with REKINDLE_."""

from datetime import date, timedelta
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from data import database_address, operator
from data.database_address import Database
from data.errors import BadSetting
from data.operator import Contact
from data.privacy_limits import KEEP_DAYS

_PREFIX = "REKINDLE_"
_PROJECT = Path(__file__).parent.parent

# A century: beyond it a date could run out of its four-digit years.
_LONGEST_KEPT = 36_500


def _database(value: object) -> Database:
    database = database_address.read(str(value))
    return _file_path(database) if isinstance(database, Path) else database


def _file_path(value: object) -> Path:
    if "://" in str(value):
        raise ValueError("an address, and not the path of a file")
    return (_PROJECT / Path(str(value)).expanduser()).resolve()


def _folder_path(value: object) -> Path:
    path = (_PROJECT / Path(str(value)).expanduser()).resolve()
    if not path.is_dir():
        raise ValueError("not a folder")
    return path


def _web_address(value: object) -> str:
    parts = urlsplit(str(value).rstrip("/"))
    # A user name would stand in every link; asking for the port is what refuses one that is out of range.
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or (parts.port or 1) < 1:
        raise ValueError("not a web address")
    if parts.geturl() != f"{parts.scheme}://{parts.netloc}":
        raise ValueError("more than scheme, host and port")
    return parts.geturl()


def _ip_address(value: str) -> str:
    return str(ip_address(value))


def _places(value: object) -> object:
    return operator.places(value) if isinstance(value, str) else value


def _logo(value: object) -> Path:
    return operator.logo((_PROJECT / Path(str(value)).expanduser()).resolve())


DatabaseAddress = Annotated[Database, BeforeValidator(_database), Field(description="setting_database")]
FilePath = Annotated[Path, BeforeValidator(_file_path), Field(description="setting_file_path")]
FolderPath = Annotated[Annotated[Path, BeforeValidator(_folder_path)] | None, Field(description="setting_folder_path")]
WebAddress = Annotated[str, BeforeValidator(_web_address), Field(description="setting_web_address")]
Count = Annotated[int, Field(ge=1, description="setting_count")]
Seconds = Annotated[int, Field(ge=0, description="setting_seconds")]
Days = Annotated[int, Field(ge=1, le=_LONGEST_KEPT, description="setting_days")]
Invented = Annotated[bool, Field(description="setting_invented")]
Port = Annotated[Annotated[int, Field(ge=1, le=65_535)] | None, Field(description="setting_port")]
IpAddress = Annotated[str, AfterValidator(_ip_address), Field(description="setting_ip_address")]
LogFormat = Annotated[Literal["text", "json"], Field(description="setting_log_format")]
Tag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="setting_language")]
Name = Annotated[Annotated[str, BeforeValidator(operator.name)] | None, Field(description="setting_name")]
Place = Annotated[Annotated[Contact, BeforeValidator(operator.place)] | None, Field(description="setting_place")]
Places = Annotated[tuple[Contact, ...], NoDecode, BeforeValidator(_places), Field(description="setting_places")]
WebPage = Annotated[Annotated[str, BeforeValidator(operator.web_page)] | None, Field(description="setting_web_page")]
Logo = Annotated[Annotated[Path, BeforeValidator(_logo)] | None, Field(description="setting_logo")]
Colour = Annotated[Annotated[str, BeforeValidator(operator.colour)] | None, Field(description="setting_accent")]
OurProxy = Annotated[bool, Field(description="setting_our_proxy")]


class Settings(BaseSettings):
    """Every setting with its default. The description of a type is the rule of data/errors.py that a bad value breaks."""

    # Set to nothing means not set, as service files write it; and the default path is resolved by the same rule as a given one.
    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, frozen=True, validate_default=True)

    # Embedded by default; postgresql://... for several processes on one database.
    database: DatabaseAddress = Path("var/rekindle.duckdb")
    # Opens what waits among everyone. Not beside the database, and in none of its backups (docs/operating.md).
    secret_file: FilePath = Path("secret/rekindle.secret")
    # Opens only databases of invented people, and says so on every screen. `make demo` sets it.
    demo: Invented = False
    # Languages beside English: a folder of folders, each named by its tag.
    languages: FolderPath = None
    # Personal links begin with this, so it must be the address that people really use.
    base_url: WebAddress = "http://127.0.0.1:8501"
    # A company of five thousand may sit behind one address: only wrong keys are counted tightly (docs/security.md 6.1).
    handshakes_per_minute: Count = 6_000
    assessments_per_hour: Count = 6_000
    wrong_keys_per_hour: Count = 60
    teams_per_day: Count = 20
    # Whether X-Forwarded-For is believed: without a proxy anybody could write it.
    trusted_proxy: OurProxy = False
    # The language of whoever asks for none that is here.
    language: Tag = "en"
    # Who runs it, and where they can be reached: on the foot of every screen, on /privacy and in reports.
    operator_name: Name = None
    operator_contact: Place = None
    legal_notice: WebPage = None
    privacy_contact: Place = None
    # Whom to turn to beside the helplines, such as an employee assistance line.
    support: Places = ()
    logo: Logo = None
    accent: Colour = None
    # Figures for Prometheus, on a port of their own; without one there are none.
    metrics_port: Port = None
    # By default for this machine alone: they tell nothing of anybody, and still nobody else needs them.
    metrics_address: IpAddress = "127.0.0.1"
    # Whether a line of the log is words, or an object of JSON for a machine.
    log_format: LogFormat = "text"
    # How long nobody must have written before the file is rewritten without what was deleted.
    quiet_seconds: Seconds = 30
    # How long a record is kept after it was last opened.
    keep_days: Days = KEEP_DAYS

    @property
    def is_https(self) -> bool:
        """Whether people reach it over https, so that cookies must be Secure and named `__Host-`."""
        return self.base_url.startswith("https://")

    def keep_until(self, today: date) -> date:
        """The last day on which a record opened today is kept."""
        return today + timedelta(days=self.keep_days)


@cache
def settings() -> Settings:
    """The settings of this process. Raises BadSetting, which names the setting and never quotes its value."""
    try:
        return Settings()
    except ValidationError as error:
        raise _bad_setting(error) from None


def _bad_setting(error: ValidationError) -> BadSetting:
    name = str(error.errors()[0]["loc"][0])
    rule = str(Settings.model_fields[name].description)
    return BadSetting(rule, name=f"{_PREFIX}{name.upper()}")
