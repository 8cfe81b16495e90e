using System.Text.Json.Nodes;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>Who a person is stands in one encrypted file and is shown by the command that asks for it; in nothing else that is said, written or kept.</summary>
public sealed class TrainingPrivacyTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task NameOfAPerson_IsInNoOutputAndNoFileOfWalksTestsSessionsProgressAndExports()
    {
        string home = Directory.CreateDirectory(_folder["home"]).FullName, sensors = Path.Combine(home, "config", "sensors.json"), store = Path.Combine(home, "store.db");
        string At(string name) => Path.Combine(home, name);
        string[] usual = ["--answers", "news=no,fall=no,warm=no,company=yes", "--store", store];
        (await Cli.RunAsync("people", "add", "P07", "--zone", "Etc/UTC", "--store", store)).Code.ShouldBe(ExitCode.Done);
        Queue<string> lines = new([Canary.Name, "1961", $"{Canary.Name}, room 4"]);
        Terminal Around(Terminal t) => t with { SensorsFile = sensors, ReadLine = () => lines.TryDequeue(out string? line) ? line : null };
        CancellationToken stop = TestContext.Current.CancellationToken;
        (await Cli.RunAsync(["people", "identity", "P07", "--set", "--store", store], Around, stop)).Code.ShouldBe(ExitCode.Done);
        // It is there, for who asks.
        (await Cli.RunAsync(["people", "identity", "P07", "--store", store], Around, stop)).Out.ShouldContain(Canary.Name);

        List<Cli.Outcome> said = [await new FeetOnTheAir().RunAsync(["walk", "--ble", "--person", "P07", "--free", "--duration", "14", "--plain", .. usual], sensors)];
        foreach (string[] args in (string[][])
        [
            ["walk", "--simulate", "ms-mild", "--person", "P07", "--free", "--speed", "max", .. usual],
            ["test", "t25fw", "--simulate", "--speed", "max", "--person", "P07", .. usual],
            ["test", "t25fw", "--simulate", "--speed", "max", "--person", "P07", "--json", .. usual],
            ["people", "--store", store],
            ["people", "show", "P07", "--json", "--store", store],
            ["session", "P07", "--store", store],
            ["progress", "P07", "--out", At("progress"), "--store", store],
            ["progress", "P07", "--simulated", "--json", "--store", store],
            ["export", "P07", "--csv", "--fhir", "--bids", "--out", At("left"), "--yes", "--store", store],
            ["doctor", store],
        ])
            said.Add(await Cli.RunAsync(args, Around, stop));
        said.Add(await Cli.RunAsync("session", "P07", "--json", "--store", store));
        foreach (JsonNode? session in JsonNode.Parse(said[^1].Out)!.AsArray()) said.Add(await Cli.RunAsync("session", "show", session!["id"]!.GetValue<string>(), "--store", store));
        said.Count.ShouldBeGreaterThan(15);
        foreach (Cli.Outcome outcome in said)
        {
            outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
            (outcome.Out + outcome.Error).ShouldNotContain("Canaria", Case.Insensitive);
        }

        string[] files = Directory.GetFiles(home, "*", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(10);
        foreach (string file in files) Canary.IsIn(file, Canary.Name).ShouldBeFalse(Path.GetRelativePath(home, file));
    }

    public void Dispose() => _folder.Dispose();
}
