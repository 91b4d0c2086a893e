"""What pip or uv printed goes in; why the tools could not be installed, in words for people, comes out."""

from __future__ import annotations

from dataclasses import dataclass

from environment_failed import EnvironmentFailedError


@dataclass(frozen=True)
class Cause:
    """A known cause of failure: signs of it in what was printed, and what to tell people."""

    signs: tuple[str, ...]
    thai: str
    english: str


#: The first cause with a sign in the output counts.
CAUSES = (
    Cause(
        ("No space left on device", "os error 28", "os error 112", "not enough space on the disk"),
        "ดิสก์เต็ม ต้องมีที่ว่างอย่างน้อย 1 GB ลบไฟล์ที่ไม่ใช้ แล้วสั่งใหม่",
        "The disk is full. Free at least 1 GB, and run this again.",
    ),
    Cause(
        ("Hash mismatch", "DO NOT MATCH THE HASHES"),
        "ไฟล์ที่ดาวน์โหลดมาไม่ตรงกับที่โครงการบันทึกไว้ จึงไม่ติดตั้ง ลองสั่งใหม่ด้วยเครือข่ายอื่น ถ้ายังเป็นอีกให้แจ้งผู้ดูแลโครงการ",
        "A downloaded file is not the one this project recorded, so it was not installed. "
        "Try again on another network; if it happens again, tell the maintainers.",
    ),
    Cause(
        ("invalid peer certificate", "CERTIFICATE_VERIFY_FAILED", "SSLError"),
        "เครือข่ายนี้ตรวจใบรับรองความปลอดภัยไม่ผ่าน ลองเครือข่ายอื่น ตรวจวันที่ของเครื่อง หรือถามผู้ดูแลเครือข่าย",
        "This network fails the certificate check. Try another one, check the computer's date, or ask its keeper.",
    ),
    Cause(
        (
            "error sending request",
            "Failed to fetch",
            "network was disabled",
            "after connection broken by",
            "Max retries",
        ),
        "ต่ออินเทอร์เน็ตไม่ได้ ครั้งแรกต้องใช้อินเทอร์เน็ตเพื่อดาวน์โหลดเครื่องมือ (ราว 100 MB) "
        "หลังจากนั้นทำงานได้โดยไม่ต้องใช้อินเทอร์เน็ต\nต่ออินเทอร์เน็ต แล้วสั่งใหม่ ส่วนที่ดาวน์โหลดแล้วไม่ต้องดาวน์โหลดซ้ำ",
        "No network. The first run needs it to download the tools (about 100 MB); later runs do not.\n"
        "Connect, and run this again; what was downloaded is kept.",
    ),
    Cause(
        ("no usable wheels", "no wheels with a matching", "not compatible with the current"),
        "ไม่มีเครื่องมือสำเร็จรูปสำหรับ Python รุ่นนี้หรือเครื่องชนิดนี้ ให้ใช้ Python 3.11 ถึง 3.14 แบบ 64 บิต จาก https://www.python.org/downloads/",
        "There is no ready-made package for this Python or this kind of machine. "
        "Use a 64-bit Python 3.11 to 3.14 from https://www.python.org/downloads/",
    ),
    Cause(
        ("there is no version of", "was not found in the", "were not found in the", "from versions: none"),
        "ที่ที่ดาวน์โหลดเครื่องมือตอบกลับมา แต่ไม่มีรายการของเครื่องมือ มักเป็นหน้าเข้าสู่ระบบของ Wi-Fi หรือเครือข่ายสำนักงานที่คั่นอยู่\n"
        "เปิดเว็บใดก็ได้ในเบราว์เซอร์ เข้าสู่ระบบให้เรียบร้อย แล้วสั่งใหม่",
        "The place where tools are downloaded answers, but lists none: most often the login page of a Wi-Fi or office "
        "network is in the way.\nOpen any page in a browser, log in, and run this again.",
    ),
    Cause(
        ("no pip",),
        "Python ของเครื่องนี้ไม่มี pip\nDebian และ Ubuntu: sudo apt install python3-venv แล้วสั่งใหม่",
        "This Python has no pip.\nOn Debian and Ubuntu: sudo apt install python3-venv, and run this again.",
    ),
)
UNKNOWN_CAUSE = Cause(
    (),
    "ติดตั้งเครื่องมือไม่สำเร็จ สั่งใหม่อีกครั้ง ถ้ายังไม่ได้ให้ส่งข้อความข้างบนนี้ให้ผู้ดูแลโครงการ",
    "The tools could not be installed. Run this again; if it fails again, send the lines above to the maintainers.",
)


def failure(output: str) -> EnvironmentFailedError:
    """The error to raise for what was printed: the first known cause whose sign is there."""
    cause = next((known for known in CAUSES if any(sign in output for sign in known.signs)), UNKNOWN_CAUSE)
    return EnvironmentFailedError(cause.thai, cause.english, details=output)
