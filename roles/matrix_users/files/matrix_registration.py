class SynapseWithTokenPage(Synapse):
    """Synapse, where matrix-registration has the registration tokens: its API of 0.7.2 (matrix_registration/api.py), the
    playbook's until May 2026. It counts moments in UTC, and answers ten questions a minute.
    """

    def looks(self):
        return {**super().looks(), "page": self.look_at_page}

    def look_at_page(self, _account):
        return Seen("access/works", tokens=len(self.page("GET", shape=[PAGE_TOKEN])))

    def create_registration_token(self, asked):
        uses, expires = check_uses(asked["uses"]), check_expiry(asked["expires"])
        if uses not in (None, 1):
            raise Seen("page/cannot", detail="its tokens are good for one account, or for any number of them")
        if asked.get("token"):
            raise Seen("page/cannot", detail="it makes its tokens itself")
        if self.check:
            return Seen("done/created", token="(made by the server)")
        body = {"one_time": uses == 1, "ex_date": expires and day(expires)[:-1]}
        return Seen("done/created", token=self.page("POST", body=body, shape={"name": text})["name"])

    def list_registration_tokens(self, _asked):
        return Seen("found", tokens=[self.record(each) for each in self.page("GET", shape=[PAGE_TOKEN])])

    def update_registration_token(self, _asked):
        raise Seen("page/cannot", detail="a token of it cannot be changed, only ended")

    def revoke_registration_token(self, asked):
        token = self.page_token(check_token(asked["token"]))
        if token["valid"] and not self.check:
            self.page("PUT", "/" + asked["token"], {"disable": True}, shape={"name": exactly(asked["token"])})
        return Seen("done/changed" if token["valid"] else "done/unchanged", token=asked["token"])

    def page_token(self, name):
        try:
            return self.page("GET", "/" + name, shape=PAGE_TOKEN)
        except Seen as seen:
            if seen.signs[0] != "page/404/MR_TOKEN_NOT_FOUND":
                raise
        raise Seen("token/absent")

    def page(self, method, path="", body=None, shape=None):
        """What matrix-registration answers; Synapse's Python reaches it on the network of their containers."""
        server = Server({**self.request, "address": {"url": self.request["token_page"]}})
        headers = {"Authorization": "SharedSecret %s" % self.request.get("token_page_secret")}
        try:
            return server.ask(method, "/token" + path, body, step="page", headers=headers, shape=shape).body
        except Seen as seen:
            if seen.signs[0].startswith("connect/"):
                raise Seen("page/absent", **seen.facts) from None
            raise

    def record(self, token):
        """As list-registration-tokens shows them; one that was ended has a moment of the year 1."""
        expires = token["ex_date"]
        return {
            "token": token["name"],
            "uses": token["used"],
            "uses_allowed": 1 if token["one_time"] else None,
            "pending": 0,
            "expires": expires and re.sub(r"\..*", "", expires).replace(" ", "T") + "Z",
            "valid": token["valid"],
        }


PAGE_TOKEN = {"name": text, "used": whole, "one_time": flag, "ex_date": (text, None), "valid": flag}


if __name__ == "__main__":
    main(lambda request: SynapseWithTokenPage(request) if request.get("token_page") else Synapse(request))
