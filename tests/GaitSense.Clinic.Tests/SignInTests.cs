using System.Net;
using GaitSense.Clinic.Accounts;

namespace GaitSense.Clinic.Tests;

/// <summary>Signing in: what is guessed is answered slowly, and what has ended has ended.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task TenGuessesAtOnce_AreFiveGuesses()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => host.Nobody().SignInAsync("admin", "not the password " + i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(GuessGate.Most);
        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(10 - GuessGate.Most);
        using HttpResponseMessage right = await host.Nobody().SignInAsync("admin", ClinicHost.Password);
        right.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        right.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 300);
        (await host.Admin.GetAsync("people")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void AttackFromElsewhere_LeavesTheOwnerIn()
    {
        GuessGate gate = new(TimeProvider.System);
        IPAddress attacker = IPAddress.Parse("192.0.2.7"), owner = IPAddress.Parse("192.0.2.8");
        for (int i = 0; i < GuessGate.Most; i++) gate.Begin("pt1", attacker).ShouldBeNull();
        gate.Begin("PT1", attacker).ShouldNotBeNull();
        gate.Begin("pt1", owner).ShouldBeNull();
        gate.Begin("pt2", attacker).ShouldBeNull();
    }

    [Fact]
    public void WhoWaited_TriesAgain_AndWaitsTwiceAsLong()
    {
        FakeClock clock = new();
        GuessGate gate = new(clock);
        for (int i = 0; i < GuessGate.Most; i++) gate.Begin("pt1", IPAddress.Loopback).ShouldBeNull();
        TimeSpan first = gate.Begin("pt1", IPAddress.Loopback)!.Value;
        Wait(clock, first);
        for (int i = 0; i < GuessGate.Most; i++) gate.Begin("pt1", IPAddress.Loopback).ShouldBeNull();
        gate.Begin("pt1", IPAddress.Loopback)!.Value.ShouldBe(first * 2);
        gate.Succeeded("pt1", IPAddress.Loopback);
        gate.Begin("pt1", IPAddress.Loopback).ShouldBeNull();
    }

    [Theory]
    [InlineData("short", HttpStatusCode.UnprocessableEntity)]
    [InlineData("elevenchars", HttpStatusCode.UnprocessableEntity)]
    [InlineData("aaaaaaaaaaaaaaaa", HttpStatusCode.UnprocessableEntity)]
    [InlineData("twelve chars", HttpStatusCode.Created)]
    public async Task APassword_HasTwelveCharacters(string password, HttpStatusCode status)
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        (await host.Admin.PostAsync("accounts", new { user = "pt1", password, roles = new[] { "clinician" } })).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task TheCookie_IsForThisSiteAlone_AndForNoScript()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        using HttpResponseMessage answer = await host.Nobody().SignInAsync("admin", ClinicHost.Password);
        string cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("gaitsense=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain("expires");
    }

    [Fact]
    public async Task WhoSignedOut_OrWasDeleted_IsNobodyAtOnce()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk clinician = await host.ClinicianAsync();
        (await host.Admin.SendAsync("DELETE", "accounts/pt1")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await clinician.GetAsync("people")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Admin.PostAsync("auth/sign-out", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await host.Admin.GetAsync("people")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Admin.JsonAsync("auth/me"))["user"].ShouldBeNull();
    }

    [Fact]
    public async Task TheDesk_LocksItselfAfterTenMinutes_WhereNobodyIs()
    {
        MovedClock clock = new();
        await using ClinicHost host = await ClinicHost.SetUpAsync(o => o with { Clock = clock });
        // A hand now and then keeps it open; a page's own clock does not.
        foreach (int _ in Enumerable.Range(0, 3)) (await MeAsync(minutes: 8, isPage: false)).ShouldBe(HttpStatusCode.OK);
        (await MeAsync(minutes: 8, isPage: true)).ShouldBe(HttpStatusCode.OK);
        (await MeAsync(minutes: 3, isPage: true)).ShouldBe(HttpStatusCode.Unauthorized);

        async Task<HttpStatusCode> MeAsync(int minutes, bool isPage)
        {
            clock.Moved += TimeSpan.FromMinutes(minutes);
            using HttpResponseMessage answer = await host.Admin.SendAsync("GET", "people", change: r =>
            {
                if (isPage) r.Headers.Add(CookieRules.IdleHeader, "1");
            });
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task ANewPassword_EndsSessionsElsewhere()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk here = await host.ClinicianAsync(), elsewhere = host.Nobody();
        await elsewhere.SignInAsync("pt1", ClinicHost.Password);
        (await here.PostAsync("auth/password", new { old = "not this one", @new = "another long one" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await here.PostAsync("auth/password", new { old = ClinicHost.Password, @new = "another long one" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await here.GetAsync("people")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("people")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task TheLastAdministrator_Stays()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        (await host.Admin.SendAsync("DELETE", "accounts/admin")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static void Wait(FakeClock clock, TimeSpan time)
    {
        using ITimer timer = clock.CreateTimer(_ => { }, state: null, time, Timeout.InfiniteTimeSpan);
    }
}
