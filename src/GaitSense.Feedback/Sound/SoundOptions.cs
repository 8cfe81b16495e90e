using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Sound;

/// <summary>How cues sound to this walker: the part <c>sound</c> of a cue plan.</summary>
public sealed record SoundOptions : IValidatableObject
{
    /// <summary>Narrowest range of pitch: left and right beats and their overtones need this ratio of <see cref="MaxHz"/> to <see cref="MinHz"/>.</summary>
    public const double MinPitchRatio = 3;

    /// <summary>Loudness of everything, dB below the loudest that stays under <see cref="CeilingDb"/>; -60 to 0. <value>The default value is -6 dB.</value></summary>
    [Within(-60.0, 0.0), Source("Half of full: louder is easier to find than too loud is to bear")]
    public double VolumeDb { get; init; } = -6;

    /// <summary>No sample is ever larger, dB below full scale; -40 to -1. Lower it where the route itself is loud. <value>The default value is -1 dB.</value></summary>
    [Within(-40.0, -1.0), Source("Nothing sudden and nothing clipped; 1 dB is room for converters")]
    public double CeilingDb { get; init; } = -1;

    /// <summary>Which ears hear them. <value>The default value is both.</value></summary>
    [EnumDataType(typeof(EarMode)), Source("Left and right are told apart best by side; outdoors one ear stays free for the traffic")]
    public EarMode Ears { get; init; } = EarMode.Both;

    /// <summary>No tone is lower, Hz; 150 to 1500. For a loss of low tones. <value>The default value is 300 Hz.</value></summary>
    [Within(150.0, 1500.0), Source("Small loudspeakers and headphones are quiet below")]
    [JsonPropertyName("lowest_hz")]
    public double MinHz { get; init; } = 300;

    /// <summary>
    /// No tone and no overtone is higher, Hz; 600 to 6000, at least <see cref="MinPitchRatio"/> times <see cref="MinHz"/>. For a loss of high tones,
    /// the usual one with age, 1000 to 2000 Hz. Words are not changed. <value>The default value is 4000 Hz.</value>
    /// </summary>
    [Within(600.0, 6000.0), Source("Overtones up to here; hearing loss of age begins above")]
    [JsonPropertyName("highest_hz")]
    public double MaxHz { get; init; } = 4000;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxHz < MinPitchRatio * MinHz)
            yield return new ValidationResult($"The highest pitch must be at least {MinPitchRatio} times the lowest: left and right would sound alike.", [nameof(MaxHz), nameof(MinHz)]);
    }
}
