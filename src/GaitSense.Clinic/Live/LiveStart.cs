using GaitSense.Clinic.Walks;
using GaitSense.Storage;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Live;

/// <summary>What a session begins with.</summary>
/// <param name="Store">The store, as who begins it sees it.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Day">What the day lets.</param>
/// <param name="Test">The timed test; null: a walk.</param>
/// <param name="Language">The language of the desk.</param>
internal sealed record LiveStart(TrainingStore Store, LiveRequest Request, WalkDay Day, TestSetting? Test, Language Language);
