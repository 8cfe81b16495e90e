using GaitSense.Core;

namespace GaitSense.Feedback.Tests;

/// <summary>A landing that was told to the engine.</summary>
internal readonly record struct Landing(Foot Foot, double AtS, double KnownS, double Confidence);
