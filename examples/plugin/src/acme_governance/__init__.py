"""The rules and ranking methods of Acme for productgov."""
