using System.Net;
using System.Text.Json.Nodes;

namespace GaitSense.Clinic.Tests;

/// <summary>The first run is won by who reads the console, and by nobody else.</summary>
public sealed class FirstRunTests
{
    [Fact]
    public async Task TheCode_MakesTheAdministrator_AndIsGoneThen()
    {
        await using ClinicHost host = await ClinicHost.NewAsync();
        string code = host.Server.SetupCode.ShouldNotBeNull();
        Desk desk = host.Nobody();
        (await desk.JsonAsync("setup"))["needed"]!.GetValue<bool>().ShouldBeTrue();
        JsonNode me = await desk.JsonAsync("POST", "setup", new { code = code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), user = "chief", password = ClinicHost.Password, clinician = true });
        me["roles"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe(["clinician", "admin"]);
        (await desk.JsonAsync("auth/me"))["user"]!.GetValue<string>().ShouldBe("chief");
        (await desk.JsonAsync("setup"))["needed"]!.GetValue<bool>().ShouldBeFalse();
        host.Server.SetupCode.ShouldBeNull();
        (await host.Nobody().PostAsync("setup", new { code, user = "other", password = ClinicHost.Password })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WithoutTheCode_NobodyBecomesAdministrator_OnThisComputerEither()
    {
        await using ClinicHost host = await ClinicHost.NewAsync();
        foreach (string guess in (string[])["", "0000-0000", "7K3M-Q9WX"])
            (await host.Nobody().PostAsync("setup", new { code = guess, user = "thief", password = ClinicHost.Password })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Nobody().JsonAsync("setup"))["needed"]!.GetValue<bool>().ShouldBeTrue();
        (await host.VerbsAsync()).Count(v => v is "set-up failed").ShouldBe(3);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task ThroughAProxy_NobodySetsUp_EvenWithTheCode(string header, string value)
    {
        await using ClinicHost host = await ClinicHost.NewAsync();
        using HttpResponseMessage answer = await host.Nobody().SendAsync("POST", "setup", new { code = host.Server.SetupCode, user = "chief", password = ClinicHost.Password }, r => r.Headers.TryAddWithoutValidation(header, value));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Server.SetupCode.ShouldNotBeNull();
    }

    [Fact]
    public async Task OfTwoAtOnce_OneIsFirst()
    {
        await using ClinicHost host = await ClinicHost.NewAsync();
        string? code = host.Server.SetupCode;
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => host.Nobody().PostAsync("setup", new { code, user = "chief" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), password = ClinicHost.Password })));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.NotFound).ShouldBe(3);
    }

    [Fact]
    public async Task AStoreThatHasAccounts_AsksForNoCodeAgain()
    {
        TestFolder folder = new();
        Storage.StoreLocation place = Storage.StoreLocation.Of(folder["clinic.db"]);
        await using (await ClinicHost.SetUpAsync(place: place))
        {
        }

        await using (ClinicHost again = await ClinicHost.NewAsync(place: place))
        {
            again.Server.SetupCode.ShouldBeNull();
            (await again.Nobody().SignInAsync("admin", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        folder.Dispose();
    }
}
