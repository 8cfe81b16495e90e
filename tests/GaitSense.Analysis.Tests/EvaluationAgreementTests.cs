using System.ComponentModel;
using System.Diagnostics;
using GaitSense.Analysis.Accuracy;
using GaitSense.Reference;

namespace GaitSense.Analysis.Tests;

public sealed class EvaluationAgreementTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Pooled_SyntheticAnalysesOfAllRecordings_EqualsTheScoringScriptCharacterForCharacter(int seed)
    {
        (Evaluation evaluation, List<(string Recording, string Analysis)> pairs) = Prepare(seed);
        evaluation.Pooled.Result.ToJson().ShouldBe(Score(pairs));
    }

    [Fact]
    public void Recordings_SyntheticAnalysisOfEach_EqualsTheScoringScriptCharacterForCharacter()
    {
        (Evaluation evaluation, List<(string Recording, string Analysis)> pairs) = Prepare(seed: 4);
        for (int i = 0; i < pairs.Count; i += 3) evaluation.Recordings[i].Result.ToJson().ShouldBe(Score([pairs[i]]), pairs[i].Recording);
    }

    private (Evaluation Evaluation, List<(string Recording, string Analysis)> Pairs) Prepare(int seed)
    {
        if (RealRecordings.Folder is not { } data || SharedData.Score is null)
        {
            Assert.Skip("The scoring script and its recordings are not on this machine.");
            throw new InvalidOperationException();
        }

        Evaluation evaluation = new();
        List<(string, string)> pairs = [];
        foreach (string recording in Directory.GetDirectories(data).Order(StringComparer.Ordinal))
        {
            if (!Directory.Exists(Path.Combine(recording, "reference"))) continue;
            ReferenceData reference = SharedData.Read(recording);
            SyntheticAnalysis analysis = new(reference, (seed * 1000) + pairs.Count);
            string folder = Path.Combine(_folder.Path, Path.GetFileName(recording));
            analysis.Write(folder);
            evaluation.Add(Path.GetFileName(recording), reference, analysis.Events, analysis.Strides);
            pairs.Add((recording, folder));
        }

        pairs.ShouldNotBeEmpty();
        return (evaluation, pairs);
    }

    private static string Score(IEnumerable<(string Recording, string Analysis)> pairs)
    {
        ProcessStartInfo start = new("python3", [SharedData.Score!, .. pairs.SelectMany(p => new[] { p.Recording, p.Analysis }), "--json"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd(), errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            errors.ShouldBeEmpty();
            return output.Trim();
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not on this machine.");
            throw;
        }
    }
}
