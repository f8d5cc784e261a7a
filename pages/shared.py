from components import arriving, enough, notice, second_link, shown, side_by_side, taking_shared, viewing

arriving.show()
notice.show()
one, other = viewing.opened(), viewing.opened(second=True)
if one is None:
    viewing.nothing()
    viewing.take_it()
    enough.here()
if other:
    side_by_side.show(one, other)
    second_link.offer_to_close()
else:
    shown.show(one)
    taking_shared.show()
    second_link.ask()
viewing.take_it()
