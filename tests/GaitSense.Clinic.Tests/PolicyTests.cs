using GaitSense.Clinic.Pages;

namespace GaitSense.Clinic.Tests;

/// <summary>What pages may load and do, as the server says it to the browser.</summary>
public sealed class PolicyTests : IDisposable
{
    private const string DeskPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NoPage_RunsScriptThatStandsInIt()
    {
        await using ClinicHost host = await ClinicHost.NewAsync(o => o with { Pages = Build(DeskPolicy) });
        using HttpClient client = new();
        foreach (string path in (string[])["", "desk.html", "api/v1/setup", "api/v1/health", "nothing"])
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(host.Address, path), TestContext.Current.CancellationToken);
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            string scripts = policy.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(p => p.StartsWith("script-src", StringComparison.Ordinal)) ?? policy.Split(';')[0];
            scripts.ShouldNotContain("unsafe-inline");
            scripts.ShouldNotContain("'unsafe-eval'");
            policy.ShouldContain("frame-ancestors");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task TheDesk_ReachesItsOwnServerAlone()
    {
        await using ClinicHost host = await ClinicHost.NewAsync(o => o with { Pages = Build("default-src 'self'; script-src 'self'") });
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(host.Address, "desk.html"), TestContext.Current.CancellationToken);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"connect-src 'self' ws://{host.Address.Authority} wss://{host.Address.Authority};");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("the desk");
    }

    [Fact]
    public async Task WithoutPages_TheApiIsServedAllTheSame()
    {
        await using ClinicHost host = await ClinicHost.NewAsync();
        (await host.Nobody().JsonAsync("health"))["status"]!.GetValue<string>().ShouldBe("ok");
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(host.Address, "desk.html"), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(404);
    }

    private PageFolder Build(string desk)
    {
        _folder.Write("pages/index.html", "<!doctype html>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'\">\nthe page");
        _folder.Write("pages/desk.html", $"<!doctype html>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{desk}\">\nthe desk");
        return PageFolder.Find(_folder["pages"], AppContext.BaseDirectory, out _)!;
    }
}
