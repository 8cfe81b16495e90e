using System.Globalization;
using System.Text;
using GaitSense.Core;

namespace GaitSense.Analysis.Plots;

/// <summary>Text and numbers as HTML and SVG want them.</summary>
public static class Markup
{
    /// <summary>Text that may stand in an element or an attribute; what XML cannot hold becomes a question mark.</summary>
    public static string Escape(string? text)
    {
        StringBuilder result = new();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\n' or '\t' => result.Append(' '),
                _ => result.Append(OutsideText.Prints(rune) ? rune.ToString() : "?"),
            };
        }

        return result.ToString();
    }

    /// <summary>A coordinate: one decimal is finer than a pixel.</summary>
    public static string At(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A number for people with fixed decimals and a true minus sign; a dash where there is none.</summary>
    public static string Number(double? value, int decimals)
    {
        if (value is not { } v || !double.IsFinite(v)) return "–";
        double rounded = Math.Round(v, decimals) + 0.0;
        string text = rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.Replace("-", "−", StringComparison.Ordinal);
    }
}
