using System.Diagnostics;
using System.Text.Json;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>Data sets as the validator of BIDS itself sees them (npm: bids-validator, which needs no network). <c>.ci/bids</c> brings it, and <c>.ci/full</c> runs that.</summary>
public sealed class BidsValidatorTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Theory, InlineData("healthy"), InlineData("ms-mild"), InlineData("radio-dropouts")]
    public async Task DataSet_OfARecording_IsWithoutAnErrorForTheValidator(string preset)
    {
        Validator();
        (await Cli.RunAsync("simulate", preset, "--out", _folder["walk"], "--duration", "20")).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome outcome = await Cli.RunAsync("convert", _folder["walk"], "--to", "bids", "--participant", "07", "--out", _folder["bids"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        (await ErrorsAsync(_folder["bids"])).ShouldBeEmpty();
        // It does look: a rate that is no number is an error for it.
        string about = _folder["bids", "sub-07", "motion", "sub-07_task-walk_tracksys-leftfoot_motion.json"], text = await File.ReadAllTextAsync(about, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(about, text.Replace("\"SamplingFrequency\": ", "\"SamplingFrequency\": \"fast\", \"Rate\": ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await ErrorsAsync(_folder["bids"])).ShouldHaveSingleItem().ShouldStartWith("JSON_SCHEMA_VALIDATION_ERROR");
    }

    public void Dispose() => _folder.Dispose();

    private static string Validator()
    {
        Assert.SkipUnless(FullRun.IsWanted, ".ci/full asks the validator (GAITSENSE_FULL=1).");
        string? path = Environment.GetEnvironmentVariable("GAITSENSE_BIDS_VALIDATOR");
        Assert.SkipWhen(path is null, "GAITSENSE_BIDS_VALIDATOR names no validator: .ci/bids brings it.");
        return path;
    }

    // Names of the errors, each with a file that has it.
    private static async Task<string[]> ErrorsAsync(string folder)
    {
        using Process node = Process.Start(new ProcessStartInfo("node", [Validator(), folder, "--json"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> said = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string json = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        json.ShouldNotBeEmpty(await said);
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("issues").GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("key").GetString() + ": " + e.GetProperty("reason").GetString())];
    }
}
