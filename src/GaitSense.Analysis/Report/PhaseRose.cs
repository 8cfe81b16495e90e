using System.Globalization;
using System.Text;
using GaitSense.Analysis.Plots;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>
/// Phases on a circle: the top is the beat, clockwise is after it, once around is one step. The area of a petal is its share of landings; the line from the middle
/// is the mean vector, whose length is the phase concentration.
/// </summary>
internal static class PhaseRose
{
    private const int Petals = 36;
    private const double Width = 500, Height = 330, Radius = 118, CentreX = Width / 2, CentreY = 168;

    /// <summary>One foot's rose.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="phases">Landing minus beat in steps, -0.5 to 0.5; at least one.</param>
    public static string Draw(Foot foot, IReadOnlyList<double> phases)
    {
        int[] counts = new int[Petals];
        double cos = 0, sin = 0;
        foreach (double phase in phases)
        {
            // A petal has its middle on the beat.
            counts[(int)Math.Floor((((phase % 1) + 1) % 1 * Petals) + 0.5) % Petals]++;
            (cos, sin) = (cos + Math.Cos(2 * Math.PI * phase), sin + Math.Sin(2 * Math.PI * phase));
        }

        string side = Words.Of(foot);
        double length = Math.Sqrt((cos * cos) + (sin * sin)) / phases.Count, mean = Math.Atan2(sin, cos);
        string gist = string.Create(CultureInfo.InvariantCulture, $"{phases.Count} landings of the {side} foot; phase concentration {length:0.00}, on average {100 * mean / (2 * Math.PI):+0;-0;0} % of a step from the beat");
        StringBuilder svg = new($"<svg class=\"plot\" role=\"img\" viewBox=\"0 0 {Markup.At(Width)} {Markup.At(Height)}\" aria-label=\"{Markup.Escape(gist)}\"><title>{Markup.Escape(gist)}</title>");
        foreach (double share in (double[])[0.5, 1]) svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"grid\" cx=\"{CentreX}\" cy=\"{CentreY}\" r=\"{Markup.At(share * Radius)}\"/>");
        svg.Append($"<path class=\"grid\" d=\"M{At(0, Radius)}L{At(0.5, Radius)}M{At(0.25, Radius)}L{At(0.75, Radius)}\"/>");
        for (int i = 0; i < Petals; i++)
        {
            if (counts[i] == 0) continue;
            double from = (i - 0.5) / Petals, to = (i + 0.5) / Petals, r = Radius * Math.Sqrt((double)counts[i] / counts.Max());
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"bar {side}\" d=\"M{At(0, 0)}L{At(from, r)}A{Markup.At(r)} {Markup.At(r)} 0 0 1 {At(to, r)}z\"><title>{counts[i]} landings</title></path>");
        }

        svg.Append($"<path class=\"line vector\" d=\"M{At(0, 0)}L{At(mean / (2 * Math.PI), length * Radius)}\"/>");
        svg.Append(Label(0, "on the beat", "middle", -10)).Append(Label(0.25, "¼ step after", "start", 5)).Append(Label(0.5, "½ step", "middle", 20)).Append(Label(0.75, "¼ step before", "end", 5));
        svg.Append("</svg>");
        return $"<div><h3>{(foot == Foot.Left ? "Left" : "Right")} foot</h3><p class=\"sub\">{Markup.Escape(gist)}</p><div class=\"scroll\">{svg}</div></div>";
    }

    private static string At(double turn, double r) => $"{Markup.At(CentreX + (r * Math.Sin(2 * Math.PI * turn)))} {Markup.At(CentreY - (r * Math.Cos(2 * Math.PI * turn)))}";

    private static string Label(double turn, string text, string anchor, double down)
    {
        double x = CentreX + ((Radius + 8) * Math.Sin(2 * Math.PI * turn)), y = CentreY - (Radius * Math.Cos(2 * Math.PI * turn)) + down;
        return $"<text class=\"note\" x=\"{Markup.At(x)}\" y=\"{Markup.At(y)}\" text-anchor=\"{anchor}\">{Markup.Escape(text)}</text>";
    }
}
