using System.Globalization;

namespace GaitSense.Lab.Tests;

/// <summary>What a command in the lab left: its exit status (124: out of time, 125: the lab itself failed) and all its output.</summary>
internal sealed record LabRun(int ExitCode, string Output)
{
    /// <summary>The last fact of that name among NAME=VALUE lines.</summary>
    public string Fact(string name) =>
        Output.Split('\n').LastOrDefault(l => l.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..].Trim()
        ?? throw new InvalidOperationException($"There is no {name} in:\n{Output}");

    /// <summary>A fact that is a number.</summary>
    public double Number(string name) => double.Parse(Fact(name), CultureInfo.InvariantCulture);

    /// <summary>Fails with the output unless the command came to its end.</summary>
    public LabRun ShouldHaveSucceeded()
    {
        ExitCode.ShouldBe(0, Output);
        TestContext.Current.TestOutputHelper?.WriteLine(Output);
        return this;
    }
}
