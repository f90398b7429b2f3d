"""What all tests share: properties hold on a slow machine as well, and no test asserts a time."""

from hypothesis import HealthCheck, settings

settings.register_profile("factcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("factcheck")
