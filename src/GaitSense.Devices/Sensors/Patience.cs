namespace GaitSense.Devices;

/// <summary>How patient one is with a sensor. Nobody sets it.</summary>
internal static class Patience
{
    /// <summary>A sensor that is connected and silent for this long is connected anew, s.</summary>
    public const double SilenceS = 2;

    /// <summary>So long a program that was held up itself has to hear what came meanwhile, s.</summary>
    public const double HeldUpS = 0.2;

    /// <summary>Longest that one attempt to connect may take, s.</summary>
    public const double ConnectTimeoutS = 20;

    /// <summary>How often a first connection is tried where another attempt may help.</summary>
    public const int FirstAttempts = 3;

    /// <summary>Longest pause between two attempts to connect again, s; the first is a fifth of a second.</summary>
    public const double MaxBackoffS = 4;

    /// <summary>Questions for the sensor's time before samples flow, 30 to 60 ms apart.</summary>
    public const int ExchangesAtStart = 24;
}
