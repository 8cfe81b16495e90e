using System.Runtime.CompilerServices;

namespace GaitSense.Core.Tests;

/// <summary>One stage under test: fed by position on the tape, everything it says written down exactly.</summary>
internal abstract class StageProbe
{
    /// <summary>The stage's whole state, boxed.</summary>
    public abstract object Snapshot { get; set; }

    public abstract void Reset();

    /// <summary>Feeds number <paramref name="i"/> and writes down what came out.</summary>
    public abstract string Push(int i);

    public List<string> Run(int from, int to)
    {
        List<string> said = [];
        for (int i = from; i < to; i++) said.Add(Push(i));
        return said;
    }

    // Doubles print in their shortest form that reads back as the same number.
    protected static string Say(params object?[] values)
    {
        DefaultInterpolatedStringHandler text = new(values.Length, values.Length);
        foreach (object? value in values)
        {
            text.AppendFormatted(value);
            text.AppendLiteral(";");
        }

        return text.ToStringAndClear();
    }
}
