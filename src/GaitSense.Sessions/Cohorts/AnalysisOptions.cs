using System.Globalization;

namespace GaitSense.Sessions;

/// <summary>The options of an analysis that change its numbers or its files.</summary>
/// <param name="FullTrajectory">Whether <c>trajectory.csv</c> gets every sample.</param>
/// <param name="CalibrationWalkS">How long the recording begins with walking that is known to go forward, s.</param>
/// <param name="SignalPage">Whether the page of the readings is written, too.</param>
public sealed record AnalysisOptions(bool FullTrajectory = false, double CalibrationWalkS = 0, bool SignalPage = false)
{
    /// <summary>One line that is the same for the same options.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"trajectory={(FullTrajectory ? "full" : "stance")} calibration_walk_s={CalibrationWalkS:R}{(SignalPage ? " signal=page" : "")}");
}
