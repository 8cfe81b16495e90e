using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>The command as a service: what it tells its starter, the log that it keeps, and that unit and page for IT speak of what there is.</summary>
public sealed partial class ServiceTests : IDisposable
{
    private static readonly string s_unit = File.ReadAllText(Repository.At("samples", "install", "gaitsense.service")), s_page = File.ReadAllText(Repository.At("samples", "install", "README.md")),
        s_release = File.ReadAllText(Repository.At(".ci", "release"));

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_TellsItsStarter_WhenItServes_AndWhenItEnds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "systemd is of Linux.");
        using Socket starter = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        starter.Bind(new UnixDomainSocketEndPoint(_folder["notify"]));
        // Where it was built: a copy beside tests does not find SQLite.
        string program = Path.Combine([Repository.At("src", "GaitSense.Cli"), .. AppContext.BaseDirectory.TrimEnd('/').Split('/')[^3..], "gaitsense.dll"]);
        ProcessStartInfo start = new("dotnet", [program, "serve", "--pages", ServedPages.Build(_folder), "--port", "0", "--store", _folder["serve.db"]]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        start.Environment["NOTIFY_SOCKET"] = _folder["notify"];
        using Process serve = Process.Start(start)!;
        try
        {
            (await ToldAsync(starter)).ShouldBe("READY=1");
            using (Process kill = Process.Start("kill", ["-TERM", serve.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            (await ToldAsync(starter)).ShouldBe("STOPPING=1");
            await serve.WaitForExitAsync(TestContext.Current.CancellationToken);
            serve.ExitCode.ShouldBe(int.Parse(InUnit("SuccessExitStatus"), System.Globalization.CultureInfo.InvariantCulture));
        }
        finally
        {
            serve.Kill();
        }
    }

    [Fact]
    public async Task Log_HasWhatWasSaid_WithItsTime_AndGoesOnAtTheNextStart()
    {
        string[] serve = ["serve", "--pages", ServedPages.Build(_folder), "--port", "0", "--store", _folder["serve.db"], "--log", _folder["serve.log"]];
        for (int starts = 1; starts <= 2; starts++)
        {
            using CancellationTokenSource stop = new();
            Task<Cli.Outcome> run = Task.Run(() => Cli.RunAsync(serve, TimeProvider.System, stop.Token), stop.Token);
            while (!run.IsCompleted && Count(Logged(), "first run, with code:") < starts) await Task.Delay(10, TestContext.Current.CancellationToken);
            await stop.CancelAsync();
            (await run).Code.ShouldBe(ExitCode.Interrupted);
        }

        Logged().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(l => Stamp().IsMatch(l));
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(_folder["serve.log"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Log_SaysWhyTheServerDidNotStart()
    {
        (await Cli.RunAsync("serve", "--pages", ServedPages.Build(_folder), "--port", "0", "--store", _folder["serve.db"], "--listen", "192.0.2.1", "--log", _folder["serve.log"])).ShouldFailInOneLine("--cert");
        Logged().ShouldContain("gaitsense: 192.0.2.1 is reached by others");
    }

    [Fact]
    public async Task Log_ThatIsLarge_IsPutAside()
    {
        _folder.Write("serve.log", new string('x', 1_000_001));
        await Cli.RunAsync("serve", "--pages", ServedPages.Build(_folder), "--port", "0", "--store", _folder["serve.db"], "--listen", "192.0.2.1", "--log", _folder["serve.log"]);
        new FileInfo(_folder["serve.log.old"]).Length.ShouldBe(1_000_001);
        Logged().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
    }

    [Fact]
    public void Unit_KnowsHowTheProgramEnds()
    {
        InUnit("SuccessExitStatus").ShouldBe($"{ExitCode.OfSignal(PosixSignal.SIGTERM)}");
        InUnit("RestartPreventExitStatus").ShouldBe($"{ExitCode.WrongUsage}");
        InUnit("Type").ShouldBe("notify");
    }

    [Fact]
    public void Unit_NamesWhatAReleaseHas_AndThePageThePlacesOfTheUnit()
    {
        InUnit("ExecStart").ShouldStartWith("/opt/gaitsense/gaitsense serve ");
        string documentation = Path.GetFileName(InUnit("Documentation"));
        s_release.ShouldContain($"/{documentation}\"");
        InUnit("StateDirectory").ShouldBe("gaitsense");
        foreach (string place in (string[])[InUnit("Environment").Split('=')[1], InUnit("EnvironmentFile").TrimStart('-'), "/opt/gaitsense", "TimeoutStopSec=" + InUnit("TimeoutStopSec")])
            s_page.ShouldContain(place.Replace("TimeoutStopSec=", "up to ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_NamesOptionsThatThereAre()
    {
        (string Command, string Words)[] named = [.. Commands().Matches(s_page).Select(m => (m.Groups["command"].Value, m.Groups["rest"].Value))];
        named.Select(n => n.Command).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThanOrEqualTo(5);
        foreach ((string command, string words) in named)
        {
            string help = (await Cli.RunAsync([.. command.Split(' '), "--help"])).Out;
            foreach (string option in Options().Matches(words).Select(m => m.Value)) help.ShouldContain(option + " ", Case.Sensitive, command);
        }

        // Named by themselves: those of serve.
        string serve = (await Cli.RunAsync("serve", "--help")).Out;
        string[] given = [.. s_page.Split('\n').Where(l => l.StartsWith("GAITSENSE_OPTIONS=", StringComparison.Ordinal))];
        given.ShouldNotBeEmpty();
        foreach (string option in OwnOptions().Matches(s_page).Concat(given.SelectMany(l => Options().Matches(l))).Select(m => m.Value.TrimStart('`'))) serve.ShouldContain(option + " ");
    }

    private string Logged()
    {
        if (!File.Exists(_folder["serve.log"])) return "";
        using StreamReader reader = new(new FileStream(_folder["serve.log"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string InUnit(string name) => s_unit.Split('\n').Single(l => l.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private static async Task<string> ToldAsync(Socket starter)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        byte[] buffer = new byte[256];
        return Encoding.UTF8.GetString(buffer, 0, await starter.ReceiveAsync(buffer, SocketFlags.None, patience.Token));
    }

    [GeneratedRegex(@"gaitsense(?:\.exe\\"")? (?<command>serve|backup|restore|doctor|people retention|people delete)\b(?<rest>[^`\n]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commands();

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex Options();

    [GeneratedRegex("`--(?!apply)[a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex OwnOptions();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \S", RegexOptions.None, 1000)]
    private static partial Regex Stamp();
}
