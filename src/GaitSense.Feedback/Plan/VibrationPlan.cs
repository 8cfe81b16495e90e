using System.Text.Json.Serialization;
using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Plan;

/// <summary>Cues that are felt: short pulses of the sensor's motor on the foot they are about. All off by default; always gentle.</summary>
public sealed record VibrationPlan
{
    /// <summary>Whether beats are felt. <value>The default is false.</value></summary>
    [Source("Off: felt beats helped after stroke (PMC4486481) and disturbed people with Parkinson's (PMC4863931); no trial in MS was found. Try it, person by person")]
    public bool Beats { get; init; }

    /// <summary>Whether a good step is felt, as a softer pulse. <value>The default is false.</value></summary>
    [Source("Off, as beats; not with them: two meanings of one feeling")]
    public bool GoodSteps { get; init; }

    /// <summary>Whether a correction is felt, as one long pulse on the foot it is about. <value>The default is false.</value></summary>
    [Source("Off, as beats; where words cannot be heard")]
    public bool Corrections { get; init; }

    /// <summary>Strength, percent of the motor's full one. First cues are felt more softly. <value>The default is 50.</value></summary>
    [Within(15, 80), Source("Gentle; never full strength, which startles. Thick shoes need more")]
    public double StrengthPercent { get; init; } = 50;

    /// <summary>Length of a pulse, ms. <value>The default is 80.</value></summary>
    [Within(30, 150), Source("Coin motors are up to speed after 50 to 100 ms (data sheets); shorter is hardly felt, longer is no beat")]
    public int PulseMs { get; init; } = 80;

    /// <summary>Length of the pulse of a correction, ms. <value>The default is 250.</value></summary>
    [Within(100, 500), Source("At least three times a beat, to be told from it")]
    public int CorrectionMs { get; init; } = 250;

    /// <summary>From when a command is handed to the radio until it is felt, ms. Pulses are sent ahead by it. <value>The default is 60.</value></summary>
    [Within(0, 300), Source("20 ms of radio (a connection interval of 15 ms, and the way through the system) and the motor's 40; measure it for your sensors")]
    public double LatencyMs { get; init; } = 60;

    /// <summary>Of that, from the motor's start until it is felt, ms. Sensors that take a start time start so much ahead. <value>The default is 40.</value></summary>
    [Within(0, 150), Source("Coin motors begin to turn after some 40 ms (data sheets)")]
    public double MotorMs { get; init; } = 40;

    /// <summary>Whether anything is felt.</summary>
    [JsonIgnore]
    public bool IsOn => Beats || GoodSteps || Corrections;

    /// <summary>Whether cues of a kind are felt.</summary>
    public bool Feels(CueKind kind) => kind switch
    {
        CueKind.Beat => Beats,
        CueKind.GoodStep => GoodSteps,
        CueKind.Correction => Corrections,
        _ => false,
    };
}
