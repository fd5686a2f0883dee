# Each sentence says what happened and what to do next.
error-central-away = The central system cannot be reached. Please wait a moment and try again, or ask an officer.
error-internal = Something went wrong in this machine. Please tell an officer.
