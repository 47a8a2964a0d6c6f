"""Write the golden figures anew: ``python -m tests.golden.refresh``; then read the diff."""

from pathlib import Path

import yaml

from tests.simulation.world import golden_run

TRANSITION = Path(__file__).with_name("transition.yaml")

if __name__ == "__main__":
    TRANSITION.write_text(yaml.safe_dump(golden_run(), sort_keys=False, default_flow_style=None))
