print("wakeprint")
