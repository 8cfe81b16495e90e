using System.Globalization;
using GaitSense.Core;

namespace GaitSense.Cli.View;

/// <summary>The core's values as words on a screen. Every sign stands beside a word, so nothing depends on colour or on a symbol alone.</summary>
internal static class Phrases
{
    /// <summary>What stands where nothing is known.</summary>
    public const string Nothing = "-";

    /// <summary>So many things: 1 bout, 2 bouts.</summary>
    public static string Count(long n, string thing) => string.Create(CultureInfo.InvariantCulture, $"{n} {thing}{(n == 1 ? "" : "s")}");

    public static string Arrow(WalkingDirection direction, bool unicode) => direction switch
    {
        WalkingDirection.Forward => unicode ? "↑" : "^",
        WalkingDirection.Backward => unicode ? "↓" : "v",
        WalkingDirection.Left => unicode ? "←" : "<",
        WalkingDirection.Right => unicode ? "→" : ">",
        WalkingDirection.InPlace => unicode ? "↻" : "o",
        _ => "?",
    };

    public static string Of(FootPhase phase) => phase switch
    {
        FootPhase.Swing => "swing",
        FootPhase.FootFlat => "flat",
        FootPhase.PushOff => "push-off",
        _ => "stance",
    };

    /// <summary>A foot in four strokes, seen from its side.</summary>
    public static string Picture(FootPhase phase, bool unicode) => (phase, unicode) switch
    {
        (FootPhase.Swing, true) => "▔▔▔▔",
        (FootPhase.FootFlat, true) => "▁▁▁▁",
        (FootPhase.PushOff, true) => "▔▀▄▁",
        (_, true) => "▁▄▀▔",
        (FootPhase.Swing, false) => "^^^^",
        (FootPhase.FootFlat, false) => "____",
        (FootPhase.PushOff, false) => "\"\"-_",
        (_, false) => "_-\"\"",
    };

    /// <summary>A number with its unit, or <see cref="Nothing"/>.</summary>
    public static string Number(double? value, string format, string unit = "") =>
        value is { } v ? v.ToString(format, CultureInfo.InvariantCulture) + (unit.Length > 0 ? " " + unit : "") : Nothing;

    /// <summary>Minutes, seconds and tenths.</summary>
    public static string Clock(double seconds)
    {
        long tenths = (long)Math.Floor(Math.Max(0, seconds) * 10);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 600}:{tenths / 10 % 60:00}.{tenths % 10}");
    }

    /// <summary>
    /// A scale with a mark for a symmetry index: the middle is equal, the mark moves toward the foot with the greater value. 20 % is the end.
    /// </summary>
    public static string SymmetryBar(double? percent, bool unicode, int width = 21)
    {
        char line = unicode ? '─' : '-';
        char[] bar = [.. Enumerable.Repeat(line, width)];
        bar[width / 2] = unicode ? '┼' : '+';
        if (percent is { } p)
        {
            int at = (width / 2) + (int)Math.Round(Math.Clamp(p / 20, -1, 1) * (width / 2));
            bar[at] = unicode ? '●' : '#';
        }

        return new string(bar);
    }

    /// <summary>A symmetry index in words.</summary>
    public static string Symmetry(double? percent, string more) => percent is not { } p
        ? Nothing
        : Math.Abs(p) < 0.05
            ? "equal"
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(p):0.0} % {more} {(p > 0 ? "right" : "left")}");
}
