# caught by: Schedules.test_the_first_request_of_the_morning
# Between "not there" and "now it is there" everybody else finds nothing either, and loads.
class LoadOnce:
    def __init__(self, load):
        self._load = load
        self._answers = {}

    def get(self, key):
        if key not in self._answers:
            self._answers[key] = self._load(key)
        return self._answers[key]
