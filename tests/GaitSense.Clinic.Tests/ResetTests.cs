using System.Net;
using GaitSense.Clinic.Accounts;
using GaitSense.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Tests;

/// <summary>The only administrator forgot the password: whoever has the computer of the store gives a code, and nobody gets in by it but with it.</summary>
public sealed class ResetTests
{
    private const string Next = "another battery staple";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACodeOfTheConsole_SetsThePasswordOnce_AndEndsAllSessionsOfTheAccount()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk clinician = await host.ClinicianAsync();
        for (int i = 0; i < GuessGate.Most; i++) (await host.Nobody().SignInAsync("admin", "what was it " + i.ToString(System.Globalization.CultureInfo.InvariantCulture))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        string code = await GiveAsync(host);
        Desk desk = host.Nobody();
        (await desk.JsonAsync("POST", "auth/reset", new { code = code.ToLowerInvariant(), user = "admin", password = Next }))["user"]!.GetValue<string>().ShouldBe("admin");
        (await desk.GetAsync("accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Admin.GetAsync("accounts")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "who was signed in with it is nobody");
        (await clinician.GetAsync("people")).StatusCode.ShouldBe(HttpStatusCode.OK, "others stay");
        (await host.Nobody().SignInAsync("admin", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Nobody().SignInAsync("admin", Next)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await ResetAsync(host, code, "admin", "a third long password")).ShouldBe(HttpStatusCode.Forbidden, "it was used");
        (await host.Nobody().SignInAsync("admin", Next)).StatusCode.ShouldBe(HttpStatusCode.OK);
        string[] verbs = [.. (await host.VerbsAsync()).Where(v => v.StartsWith("password", StringComparison.Ordinal))];
        verbs.ShouldBe(["password reset begun", "password reset", "password reset failed"]);
    }

    [Fact]
    public async Task OfTwoAtOnce_OneUsesTheCode()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        string code = await GiveAsync(host);
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ResetAsync(host, code, "admin", Next + i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        answers.Count(a => a is HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a is HttpStatusCode.Forbidden).ShouldBe(3);
    }

    [Fact]
    public async Task ACode_IsOverAfterAQuarterOfAnHour_AndVoidOnceThereIsANewerOne()
    {
        MovedClock clock = new();
        await using ClinicHost host = await ClinicHost.SetUpAsync(o => o with { Clock = clock });
        string first = await GiveAsync(host), second = await GiveAsync(host);
        (await ResetAsync(host, first, "admin", Next)).ShouldBe(HttpStatusCode.Forbidden);
        clock.Moved += PasswordReset.Lasts + TimeSpan.FromSeconds(1);
        (await ResetAsync(host, second, "admin", Next)).ShouldBe(HttpStatusCode.Forbidden);
        string third = await GiveAsync(host);
        clock.Moved += PasswordReset.Lasts - TimeSpan.FromSeconds(30);
        (await ResetAsync(host, third, "admin", Next)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ACode_OpensNoOtherAccount_AndWithoutOneNobodyResets()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        await host.ClinicianAsync();
        (await ResetAsync(host, "7K3M-Q9WX", "admin", Next)).ShouldBe(HttpStatusCode.Forbidden);
        string code = await GiveAsync(host, "pt1");
        foreach (string other in (string[])["admin", "nobody", ""]) (await ResetAsync(host, code, other, Next)).ShouldBe(HttpStatusCode.Forbidden);
        (await ResetAsync(host, code, "PT1", Next)).ShouldBe(HttpStatusCode.OK);
        (await host.Nobody().SignInAsync("admin", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Should.ThrowAsync<StoreException>(() => GiveAsync(host, "nobody"))).Message.ShouldContain("nobody: no account of ");
    }

    [Fact]
    public async Task CodesThatAreGuessed_AreAnsweredSlowly()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        string code = await GiveAsync(host);
        for (int i = 0; i < GuessGate.Most; i++) (await ResetAsync(host, "AAAA-AAA" + (char)('A' + i), "admin", Next)).ShouldBe(HttpStatusCode.Forbidden);
        (await ResetAsync(host, code, "admin", Next)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task APasswordThatCannotBe_LeavesTheCode()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        string code = await GiveAsync(host);
        (await ResetAsync(host, code, "admin", "short")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.Admin.GetAsync("accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ResetAsync(host, code, "admin", Next)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ThroughAProxy_NobodyResets_EvenWithTheCode()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        string code = await GiveAsync(host);
        using HttpResponseMessage answer = await host.Nobody().SendAsync("POST", "auth/reset", new { code, user = "admin", password = Next }, r => r.Headers.TryAddWithoutValidation("X-Forwarded-For", "127.0.0.1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ResetAsync(host, code, "admin", Next)).ShouldBe(HttpStatusCode.OK);
    }

    // As the command does it, in a process of its own.
    private static async Task<string> GiveAsync(ClinicHost host, string user = "admin")
    {
        await using TrainingStore store = await TrainingStore.OpenAsync(host.Store.Location, new StoreOptions { Create = false }, Cancellation);
        return await PasswordReset.GiveAsync(store, user, host.Server.Services.GetRequiredService<TimeProvider>().GetUtcNow(), Cancellation);
    }

    private static async Task<HttpStatusCode> ResetAsync(ClinicHost host, string code, string user, string password)
    {
        using HttpResponseMessage answer = await host.Nobody().PostAsync("auth/reset", new { code, user, password });
        return answer.StatusCode;
    }
}
