using MathNet.Numerics.Distributions;

namespace GaitSense.Analysis.Statistics;

/// <summary>
/// The chance that of some normal values in a row enough neighbours are above a height. Values may depend on the one before; then they are followed along a chain of small steps
/// (the chance at heights between those of the steps by interpolation of its logarithm).
/// </summary>
internal sealed class RunChance
{
    private const double Step = 0.1;
    private const double Widest = 6.5;
    private const double Lowest = -3;
    private const double Least = 1e-30;
    private readonly double[] _log;

    public RunChance(int looks, int inARow, double correlation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inARow, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inARow, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(looks, inARow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(looks, 5000);
        if (correlation is not (>= 0 and <= 0.9)) throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "must be 0 to 0.9");
        _log = new double[(int)Math.Round((Widest - Lowest) / Step) + 1];
        double[][]? moves = correlation > 0 ? Moves(correlation) : null;
        for (int i = 0; i < _log.Length; i++)
        {
            double height = Lowest + (i * Step);
            _log[i] = Math.Log(Math.Max(Least, moves is null ? Independent(Normal.CDF(0, 1, -height), looks, inARow) : Chain(i + First, moves, looks, inARow)));
        }
    }

    // The cell above the lowest height: cells lie between heights.
    private static int First => (int)Math.Round((Widest + Lowest) / Step);

    private static int Cells => (int)Math.Round(2 * Widest / Step);

    /// <summary>The chance above a height, in SDs.</summary>
    public double Above(double height)
    {
        double at = (height - Lowest) / Step;
        if (at <= 0) return Math.Exp(_log[0]);
        if (at >= _log.Length - 1) return 0;
        int below = (int)at;
        return Math.Exp(_log[below] + ((at - below) * (_log[below + 1] - _log[below])));
    }

    private static double Independent(double above, int looks, int inARow)
    {
        double[] run = new double[inARow];
        run[0] = 1;
        double ended = 0;
        for (int k = 0; k < looks; k++)
        {
            double fell = 0;
            for (int i = 0; i < inARow; i++) fell += run[i] * (1 - above);
            ended += run[^1] * above;
            for (int i = inARow - 1; i > 0; i--) run[i] = run[i - 1] * above;
            run[0] = fell;
        }

        return ended;
    }

    private static double Chain(int firstAbove, double[][] moves, int looks, int inARow)
    {
        double[][] run = [.. Enumerable.Range(0, inARow).Select(_ => new double[Cells])];
        double ended = 0;
        for (int k = 0; k < looks; k++)
        {
            double[][] next = [.. Enumerable.Range(0, inARow).Select(_ => new double[Cells])];
            for (int level = 0; level < inARow; level++)
            {
                for (int from = 0; from < Cells; from++)
                {
                    double weight = k == 0 ? (level == 0 ? Start(from) : 0) : run[level][from];
                    if (weight < 1e-16) continue;
                    double[] move = moves[from];
                    // The first visit starts where it is; later ones move.
                    for (int to = k == 0 ? from : 0; to < (k == 0 ? from + 1 : Cells); to++)
                    {
                        double part = k == 0 ? weight : weight * move[to];
                        if (to < firstAbove) next[0][to] += part;
                        else if (level + 1 == inARow) ended += part;
                        else next[level + 1][to] += part;
                    }
                }
            }

            run = next;
        }

        return ended;
    }

    private static double Start(int cell) => Between(cell, 0, 1);

    private static double[][] Moves(double correlation)
    {
        double sd = Math.Sqrt(1 - (correlation * correlation));
        return [.. Enumerable.Range(0, Cells).Select(from => Enumerable.Range(0, Cells).Select(to => Between(to, correlation * (-Widest + ((from + 0.5) * Step)), sd)).ToArray())];
    }

    private static double Between(int cell, double mean, double sd)
    {
        double low = -Widest + (cell * Step);
        return Normal.CDF(mean, sd, low + Step) - Normal.CDF(mean, sd, low);
    }
}
