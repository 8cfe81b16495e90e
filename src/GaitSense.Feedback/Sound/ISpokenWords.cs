using System.Diagnostics.CodeAnalysis;

namespace GaitSense.Feedback;

/// <summary>Phrases as sound.</summary>
public interface ISpokenWords
{
    /// <summary>The sound of a phrase; false where there is none.</summary>
    /// <param name="phrase">A key of <see cref="Phrases"/>.</param>
    /// <param name="clip">Its words.</param>
    bool TryGet(string phrase, [NotNullWhen(true)] out SoundClip? clip);
}
