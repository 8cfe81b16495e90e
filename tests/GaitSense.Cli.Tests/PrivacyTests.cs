using System.Diagnostics;
using System.Runtime.InteropServices;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>Files of health data are for their owner alone, and nothing in them says who walked, with which sensors, where, or on whose computer.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string Name = Canary.Name, User = "canary-user-7f3a", Host = "canary-host-7f3a";
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task ASessionAndAllThatIsMadeOfIt_HoldNoNameAddressHostOrUser()
    {
        if (await PassesOnAHostOfItsOwnAsync(nameof(ASessionAndAllThatIsMadeOfIt_HoldNoNameAddressHostOrUser))) return;
        string home = Directory.CreateDirectory(_folder[User]).FullName, sensors = Path.Combine(home, "config", "sensors.json");
        string At(params string[] parts) => Path.Combine([home, .. parts]);
        (await Cli.RunAsync("walk", "--simulate", "healthy", "--record", At("no"), "--person", Name)).Code.ShouldBe(ExitCode.WrongUsage);
        (await Cli.RunAsync("cues", "--new", At("plan.json"))).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome live = await new FeetOnTheAir().RunAsync(
            ["walk", "--ble", "--record", At("s", "P07"), "--out", At("live"), "--cues", At("plan.json"), "--sound", "none", "--duration", "25", "--plain", "--person", "P07", "--aid", $"cane of {Name}"], sensors);
        live.Code.ShouldBe(ExitCode.Done, live.Error);
        foreach (string[] args in (string[][])
        [
            ["replay", At("s", "P07"), "--speed", "max", "--cues", At("plan.json"), "--wav", At("heard.wav"), "--out", At("replayed")],
            ["analyze", At("s", "P07"), "--out", At("analysed"), "--signal", "--tables", "parquet"],
            ["convert", At("s", "P07"), "--out", At("p", "plain")],
            ["convert", At("s", "P07"), "--to", "bids", "--participant", "07", "--out", At("bids")],
            ["convert", At("s", "P07"), "--to", "strides-json", "--out", At("strides")],
            ["analyze", At("s", "P07"), At("p", "plain"), "--out", At("cohort")],
            ["analyze", At("s", "P07"), At("p", "plain"), "--shard", "1/1", "--out", At("shards")],
            ["merge", At("shards"), "--out", At("merged")],
            ["compare", At("analysed"), At("replayed"), "--out", At("compared")],
            ["doctor", At("s", "P07"), "--repair", At("mended")],
        ])
            (await Cli.RunAsync(args)).Code.ShouldBe(ExitCode.Done, string.Join(' ', args));
        (await Cli.RunAsync("evaluate", At("p", "plain"), "--markdown", At("table.md"), "--out", At("evaluated"))).Code.ShouldBe(ExitCode.Failed, "it has no reference, and is listed");
        // What has the walking aid in its person's words is the session alone; what has the addresses is what is remembered of sensors.
        SortedDictionary<string, string> canaries = new(StringComparer.Ordinal) { ["name"] = Name, ["user"] = User, ["left"] = FeetOnTheAir.LeftId, ["right"] = FeetOnTheAir.RightId };
        if (Environment.MachineName is Host) canaries["host"] = Host;
        string[] files = [.. Directory.GetFiles(home, "*", SearchOption.AllDirectories).Where(f => !string.Equals(f, sensors, StringComparison.Ordinal))];
        files.Length.ShouldBeGreaterThan(60);
        foreach (string file in files)
            foreach ((string what, string canary) in canaries)
                if (!(what is "name" && file.Contains($"{Path.DirectorySeparatorChar}s{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || what is "name" && file.Contains("mended", StringComparison.Ordinal)))
                    Canary.IsIn(file, canary).ShouldBeFalse($"{Path.GetRelativePath(home, file)} holds the {what}");
        (await File.ReadAllTextAsync(sensors, TestContext.Current.CancellationToken)).ShouldContain(FeetOnTheAir.LeftId);
        Cli.Outcome doctor = await Cli.RunAsync("doctor", At("s", "P07"));
        doctor.Out.ShouldContain("sensor-");
        doctor.Out.ShouldNotContain(FeetOnTheAir.LeftId);
    }

    [Fact]
    public void ASensor_HasOneNameInAllSessionsOfAnInstallation_AndAnotherInThoseOfAnother()
    {
        string left = NameOf(_folder["a"], FeetOnTheAir.LeftId);
        NameOf(_folder["a"], FeetOnTheAir.LeftId).ShouldBe(left);
        foreach (string other in new[] { NameOf(_folder["a"], FeetOnTheAir.RightId), NameOf(_folder["b"], FeetOnTheAir.LeftId) }) string.Equals(other, left, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task ACopyOfARecording_SaysWhenTheWalkWas_OnlyWhereThatIsAskedFor()
    {
        string walk = _folder.Spoiled("session.json", t => t.Replace("\"version\"", "\"started_at\": \"2026-03-04T10:11:12Z\", \"version\"", StringComparison.Ordinal));
        (await Cli.RunAsync("convert", walk, "--out", _folder["without"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("convert", walk, "--out", _folder["with"], "--start-time")).Code.ShouldBe(ExitCode.Done);
        Canary.IsIn(_folder["without", "session.json"], "2026-03-04").ShouldBeFalse();
        Canary.IsIn(_folder["with", "session.json"], "2026-03-04").ShouldBeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("077")]
    public async Task EveryFile_IsForItsOwnerAlone_WhateverTheUmask(string umask)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions");
        if (OperatingSystem.IsWindows()) return;
        string At(params string[] parts) => _folder[["made", .. parts]];
        Directory.CreateDirectory(At(), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // It is the whole process's: the other tests' files have it too for as long.
        int before = SetUmask(Convert.ToInt32(umask, 8));
        try
        {
            foreach (string[] args in (string[][])
            [
                ["simulate", "healthy", "--duration", "15", "--out", At("sim")],
                ["cues", "--new", At("plan.json")],
                ["walk", "--simulate", "healthy", "--duration", "15", "--speed", "max", "--plain", "--cues", At("plan.json"), "--wav", At("heard.wav"), "--out", At("walked")],
                ["walk", "--simulate", "healthy", "--duration", "10", "--plain", "--record", At("s")],
                ["analyze", At("sim"), "--signal", "--tables", "parquet", "--out", At("one")],
                ["analyze", At("sim"), At("s"), "--out", At("cohort")],
                ["analyze", At("sim"), "--shard", "1/1", "--out", At("shards")],
                ["merge", At("shards"), "--out", At("merged")],
                ["evaluate", At("sim"), "--markdown", At("table.md"), "--out", At("evaluated")],
                ["compare", At("one"), At("walked"), "--out", At("compared")],
                ["convert", At("sim"), "--out", At("plain")],
                ["convert", At("sim"), "--to", "bids", "--out", At("bids")],
                ["convert", At("sim"), "--to", "strides-json", "--out", At("strides")],
                ["doctor", At("s"), "--repair", At("mended")],
            ])
            {
                Cli.Outcome outcome = await new FeetOnTheAir().RunAsync(args, At("config", "sensors.json"));
                outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
            }
        }
        finally
        {
            _ = SetUmask(before);
        }

        string[] all = Directory.GetFileSystemEntries(At(), "*", SearchOption.AllDirectories);
        all.ShouldContain(f => f.EndsWith("sensor-names.key", StringComparison.Ordinal));
        foreach (string entry in all)
        {
            UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | (Directory.Exists(entry) ? UnixFileMode.UserExecute : UnixFileMode.None);
            File.GetUnixFileMode(entry).ShouldBe(mode, Path.GetRelativePath(At(), entry));
        }
    }

    public void Dispose() => _folder.Dispose();

    [DllImport("libc", EntryPoint = "umask"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetUmask(int mask);

    // The system knows the name of the host, and it may be a word that is in every file: the test runs once more where the host is called like nothing else.
    private static async Task<bool> PassesOnAHostOfItsOwnAsync(string test)
    {
        if (Environment.MachineName is Host) return false;
        foreach (string[] namespaces in (string[][])[["--uts"], ["--map-root-user", "--uts"]])
        {
            if (!OperatingSystem.IsLinux() || (await RunAsync([.. namespaces, "hostname", Host])).Code != 0) continue;
            string program = Path.Combine(AppContext.BaseDirectory, typeof(PrivacyTests).Assembly.GetName().Name!);
            (int code, string output) = await RunAsync([.. namespaces, "sh", "-c", $"hostname {Host} && exec '{program}' -method {typeof(PrivacyTests).FullName}.{test}"]);
            code.ShouldBe(0, output);
            output.ShouldContain("Total: 1, Errors: 0, Failed: 0, Skipped: 0");
            return true;
        }

        TestContext.Current.AddWarning("The host's name was not looked for: no host with a name of its own can be made here (unshare --uts).");
        return false;

        static async Task<(int Code, string Output)> RunAsync(string[] arguments)
        {
            try
            {
                using Process process = Process.Start(new ProcessStartInfo("unshare", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
                Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
                string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                return (process.ExitCode, output + await error);
            }
            catch (System.ComponentModel.Win32Exception e)
            {
                return (-1, e.Message);
            }
        }
    }

    private static string NameOf(string folder, string address) => Sessions.SensorPseudonyms.Of(Path.Combine(folder, "key")).NameOf(address);
}
