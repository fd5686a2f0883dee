# The catalogue of procedures

## What people want: read behind “You would like to…”
wish-begin = register or apply for the first time
wish-again = get a copy, a confirmation or a replacement
wish-change = correct, change or extend
wish-end = end, return or strike out
wish-support = receive support or a benefit
wish-complain = complain or reconcile
wish-other = something else

## Results read aloud
aloud-found = { $count ->
    [one] One procedure was found.
   *[other] { $count } procedures were found.
}
aloud-line-here = { $number }: { $name }. It can be submitted at this machine.
aloud-line-counter = { $number }: { $name }. It is handed in at a counter.
