"""Whose figures an address shows: only places where somebody publishes his own, no lists of other people's."""

from __future__ import annotations

from urllib.parse import urlsplit

# address without www., as far as needed -> the organisation's name
OWNERS = {
    "openai.com": "OpenAI",
    "anthropic.com": "Anthropic",
    "www-cdn.anthropic.com": "Anthropic",
    "ai.meta.com": "Meta",
    "blog.google": "Google",
    "deepmind.google": "Google",
    "storage.googleapis.com/deepmind-media": "Google",
    "x.ai": "xAI",
    "mistral.ai": "Mistral AI",
    "kimi.com": "Moonshot AI",
    "z.ai": "Z.ai",
    "docs.z.ai": "Z.ai",
    "api-docs.deepseek.com": "DeepSeek",
    "qwen.ai": "Alibaba",
    "qwenlm.github.io": "Alibaba",
    "huggingface.co/qwen": "Alibaba",
    "huggingface.co/deepseek-ai": "DeepSeek",
    "huggingface.co/minimaxai": "MiniMax",
    "huggingface.co/mistralai": "Mistral AI",
    "huggingface.co/moonshotai": "Moonshot AI",
    "huggingface.co/zai-org": "Z.ai",
    "huggingface.co/openai": "OpenAI",
    "huggingface.co/meta-llama": "Meta",
    "aider.chat": "Aider",
    "artificialanalysis.ai": "Artificial Analysis",
    "labs.scale.com": "Scale AI",
    "arcprize.org": "ARC Prize",
    "epoch.ai": "Epoch AI",
    "metr.org": "METR",
}


def owner_of(url: str) -> str:
    """The organisation whose own figures stand at an address, empty if that is not known.

    >>> owner_of("https://www.anthropic.com/news/x"), owner_of("https://huggingface.co/Qwen/Q3"), owner_of("https://huggingface.co/me/Q3")
    ('Anthropic', 'Alibaba', '')
    """
    parts = urlsplit(url)
    place = f"{parts.netloc.removeprefix('www.')}{parts.path}".lower()
    return next((owner for start, owner in OWNERS.items() if place == start or place.startswith(f"{start}/")), "")


def host_of(url: str) -> str:
    """The host of an address, for messages."""
    return urlsplit(url).netloc.removeprefix("www.") or "no address"
