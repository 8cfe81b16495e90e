namespace GaitSense.Training.Texts;

/// <summary>A language that texts exist in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>German, formal.</summary>
    German,
}
