"""Making a ledger larger: stubs of what articles say and it does not know, and claims entered one by one."""
